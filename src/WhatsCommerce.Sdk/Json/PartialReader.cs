using System.Text.Json.Serialization.Metadata;

namespace WhatsCommerce.Json;

/// <summary>
/// Reads objects that cannot be read as a whole: members with an unexpected shape are set aside, and the rest is read. Used only after a
/// failure, so that the normal case has no overhead.
/// </summary>
internal static class PartialReader
{
    /// <summary>Returns whether reading failed because of the data.</summary>
    /// <remarks><see cref="InvalidOperationException"/>: a text with a lone surrogate.</remarks>
    public static bool IsUnreadable(Exception exception) => exception is JsonException or InvalidOperationException;

    /// <summary>Reads a response that consists of one object; <paramref name="response"/> is its type.</summary>
    /// <exception cref="JsonException">It is not an object, or cannot be read even without its malformed members.</exception>
    public static object? Read(byte[] body, JsonTypeInfo response)
    {
        try
        {
            return JsonSerializer.Deserialize(body, response);
        }
        catch (Exception exception) when (IsUnreadable(exception))
        {
            using JsonDocument document = JsonDocument.Parse(body, DocumentOptions);
            if (TryRead(document.RootElement, response, out object? read, out _))
            {
                return read;
            }

            throw;
        }
    }

    /// <summary>The maximum depth of an unexpected value that is kept.</summary>
    public static JsonDocumentOptions DocumentOptions { get; } = new() { MaxDepth = 256 };

    /// <summary>Reads an object, in part if necessary.</summary>
    /// <param name="json">The object.</param>
    /// <param name="type">Its type.</param>
    /// <param name="read">The result; it contains its malformed members if its type keeps them.</param>
    /// <param name="malformed">The malformed members.</param>
    /// <returns>False when it is not an object, or cannot be read even without them.</returns>
    public static bool TryRead(
        JsonElement json, JsonTypeInfo type, [NotNullWhen(true)] out object? read, out IReadOnlyList<MalformedMember> malformed)
    {
        malformed = [];
        read = null;
        if (json.ValueKind != JsonValueKind.Object)
        {
            return false;
        }

        if (TryDeserialize(json, type, out read))
        {
            return true;
        }

        List<MalformedMember> odd = [];
        ArrayBufferWriter<byte> rest = new();
        using (Utf8JsonWriter writer = new(rest, new JsonWriterOptions { SkipValidation = true }))
        {
            writer.WriteStartObject();
            foreach (JsonProperty member in json.EnumerateObject())
            {
                Sort(member, type, writer, odd);
            }

            writer.WriteEndObject();
        }

        malformed = odd;
        using JsonDocument document = JsonDocument.Parse(rest.WrittenMemory, DocumentOptions);
        if (!TryDeserialize(document.RootElement, type, out read))
        {
            return false;
        }

        (read as IMalformable)?.KeepMalformed(odd);
        return true;
    }

    // Each member is tried alone; one that cannot be read is tried as a string, for numbers that should be strings, and otherwise left out.
    private static void Sort(JsonProperty member, JsonTypeInfo type, Utf8JsonWriter rest, List<MalformedMember> odd)
    {
        string name;
        try
        {
            name = member.Name;
        }
        catch (InvalidOperationException)
        {
            // A name with a lone surrogate is not one of Meta's.
            return;
        }

        if (TryAlone(name, writer => member.Value.WriteTo(writer), type))
        {
            rest.WritePropertyName(name);
            member.Value.WriteTo(rest);
            return;
        }

        bool isNumber = member.Value.ValueKind == JsonValueKind.Number
            && TryAlone(name, writer => writer.WriteStringValue(member.Value.GetRawText()), type);
        if (isNumber)
        {
            rest.WriteString(name, member.Value.GetRawText());
        }

        odd.Add(new MalformedMember(name, member.Value.Clone(), isNumber));
    }

    private static bool TryAlone(string name, Action<Utf8JsonWriter> write, JsonTypeInfo type)
    {
        ArrayBufferWriter<byte> alone = new();
        try
        {
            using (Utf8JsonWriter writer = new(alone, new JsonWriterOptions { SkipValidation = true }))
            {
                writer.WriteStartObject();
                writer.WritePropertyName(name);
                write(writer);
                writer.WriteEndObject();
            }

            JsonSerializer.Deserialize(alone.WrittenSpan, type);
            return true;
        }
        catch (Exception exception) when (IsUnreadable(exception))
        {
            return false;
        }
    }

    private static bool TryDeserialize(JsonElement json, JsonTypeInfo type, [NotNullWhen(true)] out object? read)
    {
        try
        {
            read = json.Deserialize(type);
            return read is not null;
        }
        catch (Exception exception) when (IsUnreadable(exception))
        {
            read = null;
            return false;
        }
    }
}
