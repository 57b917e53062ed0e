using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace WhatsCommerce.Testing;

/// <summary>Everything that survives a restart, as one JSON file of sections.</summary>
/// <param name="options">Whose state it is.</param>
/// <param name="sections">What is kept, in the order in which it is taken back.</param>
internal sealed class EmulatorState(CloudApiEmulatorOptions options, params IReadOnlyList<IStateSection> sections)
{
    /// <summary>Goes up when an older emulator could no longer read the file.</summary>
    private const int Version = 1;

    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private (string Name, string Value)[] Owner =>
    [
        ("phoneNumberId", options.PhoneNumberId.Value!),
        ("businessAccountId", options.BusinessAccountId.Value!),
        ("catalogId", options.CatalogId.Value!),
    ];

    public byte[] Write()
    {
        ArrayBufferWriter<byte> buffer = new(4096);
        using (Utf8JsonWriter json = new(buffer, Writing))
        {
            json.WriteStartObject();
            json.WriteNumber("version", Version);
            json.WriteStartObject("owner");
            foreach ((string name, string value) in Owner)
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
            foreach (IStateSection section in sections)
            {
                json.WritePropertyName(section.Name);
                section.Write(json);
            }

            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Takes the state back into a context that is still as it was made.</summary>
    /// <exception cref="InvalidDataException">It cannot be read, or is that of another number, account or catalog; the message says so.</exception>
    public void Read(ReadOnlyMemory<byte> content)
    {
        using JsonDocument document = Parse(content);
        JsonElement root = document.RootElement;
        string at = "the file";
        try
        {
            if (root.Number("version") is var version && version != Version)
            {
                throw new InvalidDataException($"it is of version {version}, and this emulator reads version {Version}");
            }

            JsonElement owner = root.Required("owner");
            foreach ((string name, string value) in Owner)
            {
                if (owner.Text(name) is var found && found != value)
                {
                    throw new InvalidDataException($"it is that of {name} {found}, and the options say {value}: give them the same, or another folder");
                }
            }

            foreach (IStateSection section in sections)
            {
                at = $"'{section.Name}'";
                if (root.TryGetProperty(section.Name, out JsonElement value))
                {
                    section.Read(value);
                }
            }
        }
        catch (Exception exception) when (exception is InvalidOperationException or FormatException or JsonException or ArgumentException or OverflowException)
        {
            throw new InvalidDataException($"{at} cannot be read: {exception.Message}", exception);
        }
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> content)
    {
        try
        {
            return JsonDocument.Parse(content, new() { MaxDepth = 256 });
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"it is no JSON: {exception.Message}", exception);
        }
    }
}
