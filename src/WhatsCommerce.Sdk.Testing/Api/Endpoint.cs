namespace WhatsCommerce.Testing;

/// <summary>One endpoint: a verb and a path on one kind of object, and what answers.</summary>
/// <param name="Method">The verb.</param>
/// <param name="Path">The path as it is written in the documentation; only the edge and the number of parts count.</param>
/// <param name="Node">The kind of object that the first part of the path names.</param>
/// <param name="Permission">What the token must be allowed.</param>
/// <param name="Answer">What answers.</param>
internal sealed record Endpoint(
    string Method, string Path, Type Node, string Permission, Func<ApiCall, object, ValueTask<ApiAnswer>> Answer)
{
    public EndpointKey Key { get; } = KeyOf(Method, Path, Node);

    private static EndpointKey KeyOf(string method, string path, Type node)
    {
        string[] parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return new(method, node, parts.Length > 1 ? parts[1] : "", parts.Length);
    }
}

/// <summary>By what the endpoint of a request is found.</summary>
internal readonly record struct EndpointKey(string Method, Type Node, string Edge, int Parts);
