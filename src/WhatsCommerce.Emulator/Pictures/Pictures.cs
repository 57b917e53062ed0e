using System.Collections.Frozen;

namespace WhatsCommerce.Emulator;

/// <summary>The pictures of the example catalog, drawn for it: SVG by name, such as <c>mug-red.svg</c>.</summary>
internal static class Pictures
{
    public const string ContentType = "image/svg+xml";

    private const string Prefix = "pictures/";

    // Only embedded resources can be requested, so that a name never becomes a path.
    private static readonly FrozenDictionary<string, string> Resources = typeof(Pictures).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .ToFrozenDictionary(name => name[Prefix.Length..], StringComparer.Ordinal);

    /// <summary>Gets the names of all pictures.</summary>
    public static IEnumerable<string> Names => Resources.Keys;

    /// <summary>Returns the bytes of a picture; <see langword="null"/> when there is none with that name.</summary>
    public static byte[]? Find(string name)
    {
        if (!Resources.TryGetValue(name, out string? resource))
        {
            return null;
        }

        using Stream stream = typeof(Pictures).Assembly.GetManifestResourceStream(resource)!;
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
