using System.Text;

namespace WhatsCommerce.Storefronts;

/// <summary>
/// URLs of the shop's pages, relative to the current page, so that they work behind any proxy that changes hosts or paths.
/// </summary>
internal static class PageAddress
{
    /// <summary>The relative path from a page up to the root of the pages.</summary>
    /// <param name="request">The request of the page.</param>
    /// <param name="segments">The number of segments of its route below the root.</param>
    public static string Root(HttpRequest request, int segments)
    {
        bool endsInSlash = request.Path.Value?.EndsWith('/') == true;
        return new StringBuilder().Insert(0, "../", segments - 1 + (endsInSlash ? 1 : 0)).ToString();
    }

    public static string Return(string root, AttemptId attempt) => $"{root}return/{attempt}";

    public static string Pay(string root, AttemptId attempt) => $"{root}pay/{attempt}";

    public static string Go(string root, AttemptId attempt) => $"{root}pay/{attempt}/go";

    public static string Remind(string root, ReminderId reminder) => $"{root}remind/{reminder}";

    public static string Choose(string root, AttemptId attempt, string provider) =>
        $"{root}pay/{attempt}/{Uri.EscapeDataString(provider)}";

    /// <summary>The URL for confirming a quote and choosing how to pay it in one step.</summary>
    public static string Confirm(string root, AttemptId attempt, string provider, string fingerprint) =>
        $"{Choose(root, attempt, provider)}/confirm/{Uri.EscapeDataString(fingerprint)}";

    /// <summary>A provider's URL if it is safe for a browser, which excludes scripts and files.</summary>
    public static Uri? OfProvider(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && address.Scheme is "https" or "http" ? address : null;
}
