namespace WhatsCommerce.Http;

/// <summary>
/// Reads an error response: Meta's error envelope if it is one, otherwise the beginning of the body. All secrets are redacted.
/// </summary>
internal static class GraphErrorReader
{
    private const int ShownLength = 200;

    /// <summary>Returns the first characters of a body that should have been JSON of another shape.</summary>
    public static string Beginning(ReadOnlySpan<byte> body, Redaction redaction)
    {
        if (body.IsEmpty)
        {
            return "an empty body";
        }

        // Truncated after redaction, so that the cut cannot leave half a secret that the redaction does not recognize.
        string text = redaction.Clean(Encoding.UTF8.GetString(body[..Math.Min(body.Length, 16 * ShownLength)]));
        return $"'{LogText.Quote(text, ShownLength)}'";
    }

    /// <summary>Describes a response in a sentence.</summary>
    public static string Describe(HttpResponseMessage response, byte[] body, GraphError? error, Redaction redaction)
    {
        if (error is not null)
        {
            string subcode = error.Subcode is int code ? string.Create(CultureInfo.InvariantCulture, $", subcode {code}") : "";
            string said = error.Specific is null || error.General is not string general
                ? ""
                : $" ({LogText.Quote(general, ShownLength)})";
            return $"{error}{said}{subcode}";
        }

        return (int)response.StatusCode is >= 300 and < 400
            ? $"with a redirect to the host '{response.Headers.Location?.Host}', which is not followed: the token goes to the configured "
                + "address only. Check BaseAddress"
            : $"with {Beginning(body, redaction)}, which is not the JSON of a Graph error. Is there a proxy in between?";
    }

    /// <summary>Reads the error in a body, if it is one of Meta's.</summary>
    public static GraphError? Read(byte[] body, int status, Redaction redaction)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            if (document.RootElement.ValueKind != JsonValueKind.Object
                || !document.RootElement.TryGetProperty("error"u8, out JsonElement error)
                || error.ValueKind != JsonValueKind.Object)
            {
                return null;
            }

            // Some responses carry error_data as a string, older ones have the details beside it.
            string? details = error.TryGetProperty("error_data"u8, out JsonElement data) && data.ValueKind == JsonValueKind.Object
                ? Text(data, "details"u8)
                : Text(error, "error_data"u8) ?? Text(error, "details"u8);
            return new GraphError
            {
                Code = Number(error, "code"u8),
                Subcode = Number(error, "error_subcode"u8),
                Type = Text(error, "type"u8),
                Message = Text(error, "message"u8),
                Details = details,
                UserTitle = Text(error, "error_user_title"u8),
                UserMessage = Text(error, "error_user_msg"u8),
                IsTransient = Flag(error, "is_transient"u8),
                TraceId = Text(error, "fbtrace_id"u8),
                HttpStatus = status,
            };
        }
        catch (JsonException)
        {
            return null;
        }

        string? Text(JsonElement parent, ReadOnlySpan<byte> name) =>
            parent.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
                ? redaction.Clean(GetString(value))
                : null;
    }

    // A lone surrogate makes GetString throw; an error that cannot be shown completely is still an error.
    private static string GetString(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return value.GetRawText();
        }
    }

    private static int? Number(JsonElement parent, ReadOnlySpan<byte> name) => parent.TryGetProperty(name, out JsonElement value)
        ? value.ValueKind switch
        {
            JsonValueKind.Number when value.TryGetInt32(out int number) => number,
            JsonValueKind.String when int.TryParse(
                GetString(value), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) => number,
            _ => null,
        }
        : null;

    private static bool? Flag(JsonElement parent, ReadOnlySpan<byte> name) => parent.TryGetProperty(name, out JsonElement value)
        ? value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => null,
        }
        : null;
}
