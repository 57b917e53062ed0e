using System.Net;

namespace WhatsCommerce.Testing;

/// <summary>
/// Keeps other pages in a browser of this machine away from an emulator that is for this machine alone. The host of a request must be this
/// machine (else a foreign name can be made to lead here, DNS rebinding), and what a browser sends for a page must be sent for one of the
/// emulator's own.
/// </summary>
internal sealed class ForeignPages(IPAddress address, params string[] hosts)
{
    // Clients that are led here by the resolver or a proxy keep the names of Meta's hosts. Nobody else can serve a page from there.
    private static readonly string[] MetasHosts = ["graph.facebook.com", "lookaside.fbsbx.com"];

    private readonly bool _isLoopback = IPAddress.IsLoopback(address);

    /// <summary>Guards the local Cloud API and its page.</summary>
    public ForeignPages(CloudApiEmulatorOptions options)
        : this(options.Address, MetasHosts) { }

    /// <summary>Why a request is not answered; <see langword="null"/> when it is.</summary>
    public string? Refuse(HttpRequest request)
    {
        if (_isLoopback && !IsHere(request.Host.Host))
        {
            return "The emulator is for this machine: call it as http://127.0.0.1 or http://localhost.";
        }

        string? origin = request.Headers.Origin;
        return !string.IsNullOrEmpty(origin) && origin != $"{request.Scheme}://{request.Host}"
            ? "The request comes from another page."
            : null;
    }

    /// <summary>
    /// The same, and nothing for a browser that asks without naming the page (an image, a script of another site): the API is no place
    /// that pages link to.
    /// </summary>
    public string? RefuseApi(HttpRequest request) =>
        Refuse(request)
        ?? (request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site" ? "The request comes from another page." : null);

    private bool IsHere(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || hosts.Contains(host, StringComparer.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? address) && IPAddress.IsLoopback(address));
}
