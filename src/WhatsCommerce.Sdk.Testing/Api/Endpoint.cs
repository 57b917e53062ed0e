namespace WhatsCommerce.Testing;

/// <summary>An endpoint: an HTTP method and a path on one kind of object, and its handler.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path as in the documentation; only the edge and the number of segments matter.</param>
/// <param name="Node">The kind of object in the first segment of the path.</param>
/// <param name="Permission">The required permission of the token.</param>
/// <param name="Handler">The handler.</param>
internal sealed record Endpoint(
    string Method, string Path, Type Node, string Permission, Func<ApiCall, object, ValueTask<ApiResponse>> Handler)
{
    public EndpointKey Key { get; } = KeyOf(Method, Path, Node);

    private static EndpointKey KeyOf(string method, string path, Type node)
    {
        string[] parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return new(method, node, parts.Length > 1 ? parts[1] : "", parts.Length);
    }
}

/// <summary>The key for finding the endpoint of a request.</summary>
internal readonly record struct EndpointKey(string Method, Type Node, string Edge, int Parts);
