namespace WhatsCommerce.Testing;

/// <summary>A request to a local provider, read to its end.</summary>
internal sealed class LocalRequest
{
    /// <summary>Far more than any of the providers' requests; Kestrel responds with 413 beyond it.</summary>
    public const int MaxBytes = 1024 * 1024;

    private const int MaxDepth = 16;

    private readonly IHeaderDictionary _headers;

    private LocalRequest(HttpRequest request, byte[] body)
    {
        _headers = request.Headers;
        Method = request.Method;
        Path = request.Path.Value ?? "/";
        Body = body;
        Query = request.Query.ToDictionary(item => item.Key, item => item.Value.ToArray(), StringComparer.Ordinal);
        ContentType = request.ContentType ?? "";
    }

    public string Method { get; }
    public string Path { get; }
    public byte[] Body { get; }
    public string ContentType { get; }
    public IReadOnlyDictionary<string, string?[]> Query { get; }

    /// <summary>Method and path, such as <c>GET /v1/refunds</c>.</summary>
    public string Call => $"{Method} {Path}";

    public string[] Parts => Path.Split('/', StringSplitOptions.RemoveEmptyEntries);

    public static async ValueTask<LocalRequest> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using MemoryStream body = new();
        await request.Body.CopyToAsync(body, cancellationToken).ConfigureAwait(false);
        return new(request, body.ToArray());
    }

    /// <summary>The value of a header; null when it is absent or blank.</summary>
    public string? Header(string name) => _headers[name].ToString() is { Length: > 0 } value ? value : null;

    public string? Asked(string name) => Query.GetValueOrDefault(name)?[^1];

    /// <summary>The body as a JSON object; empty when there is no body, null when it is not a JSON object.</summary>
    public JsonObject? Json()
    {
        if (Body.AsSpan().Trim(" \r\n\t"u8).IsEmpty)
        {
            return [];
        }

        try
        {
            JsonNode? parsed = JsonNode.Parse(Body, documentOptions: new() { MaxDepth = MaxDepth });
            return parsed is JsonObject json && IsReadable(json) ? json : null;
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>User and password of basic authentication.</summary>
    public (string User, string Password)? Basic()
    {
        const string scheme = "Basic ";
        if (Header("Authorization") is not { } header || !header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        Span<byte> bytes = new byte[header.Length];
        if (!Convert.TryFromBase64String(header[scheme.Length..].Trim(), bytes, out int length))
        {
            return null;
        }

        string text = Encoding.UTF8.GetString(bytes[..length]);
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? null : (text[..colon], text[(colon + 1)..]);
    }

    /// <summary>The token of bearer authentication.</summary>
    public string? Bearer()
    {
        const string scheme = "Bearer ";
        return Header("Authorization") is { } header && header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)
            ? header[scheme.Length..].Trim()
            : null;
    }

    // Duplicate names and invalid strings throw when they are read: here, and not in the middle of handling the request.
    private static bool IsReadable(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject json:
                return json.All(member => IsReadable(member.Value));
            case JsonArray array:
                return array.All(IsReadable);
            case JsonValue value when value.GetValueKind() is JsonValueKind.String:
                _ = value.GetValue<string>();
                return true;
            default:
                return true;
        }
    }
}
