using System.Text.Json.Serialization.Metadata;

namespace WhatsCommerce.Http;

/// <summary>Reads a page at once; if that fails, item by item, so that one malformed item does not end the list.</summary>
internal static class PageReader
{
    // Each is kept as received; a page has some hundred items.
    private const int MaxMalformed = 1_000;

    /// <summary>Reads a page.</summary>
    /// <param name="body">The response.</param>
    /// <param name="type">The type of the page.</param>
    /// <param name="operation">The name of the operation.</param>
    /// <exception cref="JsonException">The body is not JSON, or not a page.</exception>
    public static IPageResponse? Read(byte[] body, JsonTypeInfo type, string operation)
    {
        IPageResponse? page;
        try
        {
            page = (IPageResponse?)JsonSerializer.Deserialize(body, type);
            if (page?.HoldsNull == true)
            {
                page = page.ReadItems(body, type.Options) ?? page;
            }
        }
        catch (Exception exception) when (PartialReader.IsUnreadable(exception))
        {
            // An empty page knows the type of its items.
            page = ((IPageResponse)JsonSerializer.Deserialize("{}"u8, type)!).ReadItems(body, type.Options);
            if (page is null)
            {
                throw;
            }
        }

        page?.Operation = operation;
        return page;
    }

    /// <summary>Reads a page item by item; returns null when the body is not a page.</summary>
    public static PageResponse<T>? ReadItems<T>(byte[] body, JsonSerializerOptions options)
    {
        using JsonDocument? document = Parse(body);
        if (document is null
            || document.RootElement.ValueKind != JsonValueKind.Object
            || !document.RootElement.TryGetProperty("data"u8, out JsonElement data))
        {
            return null;
        }

        JsonTypeInfo type = options.GetTypeInfo(typeof(T));
        List<T> items = [];
        List<MalformedItem> malformed = [];
        int position = 0;
        foreach (JsonElement item in JsonLists.Elements(data))
        {
            bool isListed = PartialReader.TryRead(item, type, out object? read, out IReadOnlyList<MalformedMember> members);
            if (isListed)
            {
                items.Add((T)read!);
            }

            if ((!isListed || members.Count > 0) && malformed.Count < MaxMalformed)
            {
                malformed.Add(new MalformedItem(position, item.Clone(), [.. members.Select(member => member.Name)], isListed));
            }

            position++;
        }

        return new PageResponse<T>(items, ReadPaging(document.RootElement)) { Malformed = malformed };
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

    // An empty object is sent as [] here too.
    private static PagingResponse? ReadPaging(JsonElement page)
    {
        if (!page.TryGetProperty("paging"u8, out JsonElement paging) || paging.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        JsonElement cursors =
            paging.TryGetProperty("cursors"u8, out JsonElement found) && found.ValueKind == JsonValueKind.Object ? found : default;
        return new PagingResponse(new CursorsResponse(Text(cursors, "before"), Text(cursors, "after")), Text(paging, "next"));
    }

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object
        && json.TryGetProperty(name, out JsonElement value)
        && value.ValueKind is JsonValueKind.String or JsonValueKind.Number
            ? JsonLists.Text(value)
            : null;
}
