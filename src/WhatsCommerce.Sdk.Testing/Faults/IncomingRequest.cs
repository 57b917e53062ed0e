namespace WhatsCommerce.Testing;

/// <summary>A request that the local Cloud API has read but not processed yet.</summary>
public sealed class IncomingRequest
{
    private readonly byte[] _body;

    internal IncomingRequest(string method, string path, byte[] body)
    {
        Method = method;
        Path = path;
        _body = body;
    }

    /// <summary>The HTTP method.</summary>
    public string Method { get; }

    /// <summary>The path, such as <c>/v25.0/106540352242922/messages</c>, without the query.</summary>
    public string Path { get; }

    /// <summary>The raw body.</summary>
    public ReadOnlyMemory<byte> Body => _body;

    /// <summary>The body as JSON, parsed again at each call; <see langword="null"/> when it is not JSON.</summary>
    public JsonElement? Json => Parse(_body);

    /// <summary>Returns the method and the path, without content.</summary>
    public override string ToString() => $"{Method} {Path}";

    /// <summary>A body as JSON; <see langword="null"/> when it is not JSON.</summary>
    internal static JsonElement? Parse(byte[] body)
    {
        try
        {
            return JsonElement.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
