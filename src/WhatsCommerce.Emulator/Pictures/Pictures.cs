using Microsoft.Extensions.FileProviders;

namespace WhatsCommerce.Emulator;

/// <summary>The pictures of the example catalog, drawn for it: SVG by name, such as <c>mug-red.svg</c>.</summary>
internal static class Pictures
{
    /// <summary>Gets the pictures as embedded files, so that a name never becomes a path.</summary>
    public static IFileProvider Files { get; } = new ManifestEmbeddedFileProvider(typeof(Pictures).Assembly, "Pictures");

    public static IEnumerable<string> Names => Files.GetDirectoryContents("/").Select(file => file.Name);

    /// <summary>Returns a picture; <see langword="null"/> when there is none with that name.</summary>
    public static IFileInfo? Find(string name) => Files.GetFileInfo(name) is { Exists: true } file ? file : null;
}
