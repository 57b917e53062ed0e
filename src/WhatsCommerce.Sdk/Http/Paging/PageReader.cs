using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using WhatsCommerce.Json;

namespace WhatsCommerce.Http;

/// <summary>Reads a page in one go; where that fails, item by item, so that one of them does not end the list.</summary>
internal static class PageReader
{
    // Each is kept as it came; a page holds some hundred items.
    private const int MaxMalformed = 1_000;

    /// <summary>Reads a page.</summary>
    /// <exception cref="JsonException">It is no JSON, or no page.</exception>
    public static PageAnswer<T>? Read<T>(byte[] body, JsonTypeInfo<PageAnswer<T>> page) => Read(body, body => JsonSerializer.Deserialize(body, page));

    /// <summary>Reads a page.</summary>
    /// <param name="body">The answer.</param>
    /// <param name="read">Reads it in one go.</param>
    /// <exception cref="JsonException">It is no JSON, or no page.</exception>
    public static PageAnswer<T>? Read<T>(byte[] body, Func<byte[], PageAnswer<T>?> read)
    {
        PageAnswer<T>? page = null;
        try
        {
            page = read(body);
            if (page?.Data?.Contains(default!) != true || default(T) is not null)
            {
                return page;
            }
        }
        catch (Exception exception) when (PartialReader.IsUnreadable(exception))
        {
            if (!TryReadItems(body, out page))
            {
                throw;
            }

            return page;
        }

        // A null among the items.
        return TryReadItems(body, out PageAnswer<T>? items) ? items : page;
    }

    private static bool TryReadItems<T>(byte[] body, [NotNullWhen(true)] out PageAnswer<T>? page)
    {
        page = null;
        using JsonDocument? document = Parse(body);
        if (GraphJson.Default.GetTypeInfo(typeof(T)) is not JsonTypeInfo<T> type
            || document is null
            || document.RootElement.ValueKind != JsonValueKind.Object
            || !document.RootElement.TryGetProperty("data"u8, out JsonElement data))
        {
            return false;
        }

        List<T> items = [];
        List<MalformedItem> malformed = [];
        int position = 0;
        foreach (JsonElement item in JsonLists.Elements(data))
        {
            bool isListed = PartialReader.TryRead(item, type, out T? read, out IReadOnlyList<MalformedMember> members);
            if (isListed)
            {
                items.Add(read!);
            }

            if ((!isListed || members.Count > 0) && malformed.Count < MaxMalformed)
            {
                malformed.Add(new MalformedItem(position, item.Clone(), [.. members.Select(member => member.Name)], isListed));
            }

            position++;
        }

        page = new PageAnswer<T>(items, ReadPaging(document.RootElement)) { Malformed = malformed };
        return true;
    }

    private static JsonDocument? Parse(byte[] body)
    {
        try
        {
            return JsonDocument.Parse(body, PartialReader.DocumentOptions);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // An empty object comes as [] here too.
    private static PagingAnswer? ReadPaging(JsonElement page)
    {
        if (!page.TryGetProperty("paging"u8, out JsonElement paging) || paging.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        JsonElement cursors = paging.TryGetProperty("cursors"u8, out JsonElement found) && found.ValueKind == JsonValueKind.Object ? found : default;
        return new PagingAnswer(new CursorsAnswer(Text(cursors, "before"), Text(cursors, "after")), Text(paging, "next"));
    }

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object
        && json.TryGetProperty(name, out JsonElement value)
        && value.ValueKind is JsonValueKind.String or JsonValueKind.Number
            ? JsonLists.Text(value)
            : null;
}
