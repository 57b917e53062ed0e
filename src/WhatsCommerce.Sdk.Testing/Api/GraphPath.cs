namespace WhatsCommerce.Testing;

/// <summary>
/// The path of a request: <c>/v25.0/{id}/{edge}</c> and what follows the edge; without a version, Graph uses the app's default version.
/// </summary>
internal sealed record GraphPath(string Id, string Edge, string[] Rest)
{
    /// <summary>Parses a path; <see langword="null"/> if it contains no object.</summary>
    public static GraphPath? Read(string path)
    {
        string[] parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        ReadOnlySpan<string> rest = parts is [{ Length: > 1 } version, ..] && version[0] == 'v' && char.IsAsciiDigit(version[1])
            ? parts.AsSpan(1)
            : parts;
        return rest switch
        {
            [] => null,
            [var id] => new(id, "", []),
            [var id, var edge, .. var further] => new(id, edge, further.ToArray()),
        };
    }
}
