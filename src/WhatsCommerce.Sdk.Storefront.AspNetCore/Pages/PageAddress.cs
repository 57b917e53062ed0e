using System.Text;

namespace WhatsCommerce.Storefronts;

/// <summary>
/// Addresses of the shop's pages, relative to the page that is shown: they hold behind every proxy, whatever it does to hosts and paths.
/// </summary>
internal static class PageAddress
{
    /// <summary>The way up from a page to where all pages stand.</summary>
    /// <param name="request">The request of the page.</param>
    /// <param name="segments">How many segments its route has below that place.</param>
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

    /// <summary>Where the customer agrees to a quote and chooses how to pay it, at once.</summary>
    public static string Confirm(string root, AttemptId attempt, string provider, string fingerprint) =>
        $"{Choose(root, attempt, provider)}/confirm/{Uri.EscapeDataString(fingerprint)}";

    /// <summary>An address of a provider, if a browser may open it: no script, no file.</summary>
    public static Uri? OfProvider(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && address.Scheme is "https" or "http" ? address : null;
}
