using System.Text.Encodings.Web;

namespace WhatsCommerce.Storefronts;

/// <summary>The files of the inbox's page, which are embedded in the assembly.</summary>
internal sealed class InboxFiles
{
    private const string Root = "inbox/";

    private readonly FrozenDictionary<string, byte[]> _files = Load();

    /// <summary>
    /// Writes the document. URLs are absolute, because it may be requested with or without a trailing slash, and contain the requested
    /// shop.
    /// </summary>
    public static Task WriteDocumentAsync(HttpContext http)
    {
        string path = (http.Request.PathBase.ToUriComponent() + http.Request.Path.ToUriComponent()).TrimEnd('/');
        string address = HtmlEncoder.Default.Encode(path);
        string document = $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="inbox" content="{address}">
            <title>Inbox</title>
            <link rel="icon" href="data:,">
            <link rel="stylesheet" href="{address}/files/style/theme.css">
            <link rel="stylesheet" href="{address}/files/style/phone.css">
            <link rel="stylesheet" href="{address}/files/inbox/inbox.css">
            <script type="module" src="{address}/files/inbox/app.js"></script>
            </head>
            <body></body>
            </html>
            """;
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync(document, http.RequestAborted);
    }

    public async Task WriteAsync(HttpContext http)
    {
        string name = http.Request.RouteValues["file"]?.ToString() ?? "";
        if (!_files.TryGetValue(name, out byte[]? file))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        http.Response.ContentType = name.EndsWith(".css", StringComparison.Ordinal)
            ? "text/css; charset=utf-8"
            : "text/javascript; charset=utf-8";
        http.Response.ContentLength = file.Length;
        await http.Response.Body.WriteAsync(file, http.RequestAborted).ConfigureAwait(false);
    }

    private static FrozenDictionary<string, byte[]> Load() => typeof(InboxFiles).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Root, StringComparison.Ordinal))
        .ToFrozenDictionary(name => name[Root.Length..].Replace('\\', '/'), Read, StringComparer.Ordinal);

    private static byte[] Read(string name)
    {
        using Stream stream = typeof(InboxFiles).Assembly.GetManifestResourceStream(name)!;
        using MemoryStream file = new();
        stream.CopyTo(file);
        return file.ToArray();
    }
}
