using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;

namespace WhatsCommerce.Emulator;

/// <summary>The files of the page, embedded in the assembly.</summary>
internal static class PageFiles
{
    private const string Folder = "wwwroot/";

    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [".html"] = "text/html; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".svg"] = "image/svg+xml",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, byte[]> Files = Read();

    public static PageAnswer Find(string path) =>
        Files.TryGetValue(path, out byte[]? file) && Types.TryGetValue(Path.GetExtension(path), out string? type)
            ? PageAnswer.Bytes(file, type)
            : PageAnswer.Problem($"There is no file '{path}'.", StatusCodes.Status404NotFound);

    private static FrozenDictionary<string, byte[]> Read()
    {
        Dictionary<string, byte[]> files = new(StringComparer.Ordinal);
        IEnumerable<string> names = typeof(PageFiles).Assembly.GetManifestResourceNames();
        foreach (string name in names.Where(name => name.StartsWith(Folder, StringComparison.Ordinal)))
        {
            using Stream stream = typeof(PageFiles).Assembly.GetManifestResourceStream(name)!;
            byte[] bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            files[name[Folder.Length..].Replace('\\', '/')] = bytes;
        }

        return files.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
