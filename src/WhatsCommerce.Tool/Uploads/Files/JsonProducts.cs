using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace WhatsCommerce.Tool.Uploads;

/// <summary>Reads the items of a JSON file: one array, or one object per line (JSON Lines).</summary>
internal static partial class JsonProducts
{
    private const int MaxDepth = 16;

    /// <summary>Whether the file begins as JSON does.</summary>
    public static bool IsJson(string path)
    {
        using StreamReader text = new(path);
        int next;
        do
        {
            next = text.Read();
        }
        while (next >= 0 && char.IsWhiteSpace((char)next));
        return next is '[' or '{';
    }

    /// <exception cref="InvalidProductFileException">The file is not valid JSON.</exception>
    public static async IAsyncEnumerable<ProductRow> ReadAsync(
        string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        FileStream file = File.OpenRead(path);
        await using (file.ConfigureAwait(false))
        {
            bool isArray = await BeginsWithAsync(file, (byte)'[', cancellationToken).ConfigureAwait(false);
            int line = 0;
            IAsyncEnumerator<JsonElement> items = JsonSerializer
                .DeserializeAsyncEnumerable(file, Json.Default.JsonElement, topLevelValues: !isArray, cancellationToken)
                .GetAsyncEnumerator(cancellationToken);
            await using (items.ConfigureAwait(false))
            {
                while (await NextAsync(items, path, line).ConfigureAwait(false))
                {
                    JsonElement item = items.Current;
                    line++;
                    yield return item.ValueKind is JsonValueKind.Object
                        ? new(line, name => Text(item, name), ProblemOf(item))
                        : new(line, static _ => null, "It is not an object with the fields of a product.");
                }
            }
        }
    }

    private static async Task<bool> NextAsync(IAsyncEnumerator<JsonElement> items, string path, int line)
    {
        try
        {
            return await items.MoveNextAsync().ConfigureAwait(false);
        }
        catch (JsonException exception)
        {
            throw new InvalidProductFileException(FormattableString.Invariant(
                $"{path} is not valid JSON after item {line}: {exception.Message}"));
        }
    }

    private static async Task<bool> BeginsWithAsync(FileStream file, byte sign, CancellationToken cancellationToken)
    {
        // Skips a byte order mark and whitespace before the first character.
        byte[] one = new byte[1];
        do
        {
            if (await file.ReadAsync(one, cancellationToken).ConfigureAwait(false) == 0)
            {
                break;
            }
        }
        while (one[0] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or >= 0x80);
        file.Position--;
        return one[0] == sign;
    }

    private static string? ProblemOf(JsonElement item)
    {
        foreach (JsonProperty member in item.EnumerateObject())
        {
            bool isList = member.Value.ValueKind is JsonValueKind.Array && member.NameEquals("additional_image_link");
            if (member.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array && !isList)
            {
                return "A field is a text or a number; an object or a list was found.";
            }
        }

        return null;
    }

    private static string? Text(JsonElement item, string name)
    {
        if (!item.TryGetProperty(name, out JsonElement value))
        {
            return null;
        }

        string? text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.Array => string.Join(',', value.EnumerateArray().Select(entry => entry.ToString())),
            _ => null,
        };
        return text is { Length: > 0 } ? text.Trim() : null;
    }

    [JsonSourceGenerationOptions(MaxDepth = MaxDepth)]
    [JsonSerializable(typeof(JsonElement))]
    private sealed partial class Json : JsonSerializerContext;
}
