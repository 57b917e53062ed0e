using System.Net;

namespace WhatsCommerce.Testing;

/// <summary>
/// Protects a loopback emulator from other pages in a browser of this machine (CSRF and DNS rebinding): the Host header must be this
/// machine, and a browser's request must come from one of the emulator's own pages.
/// </summary>
internal sealed class ForeignPages(IPAddress address, params string[] hosts)
{
    // Clients that are redirected here by a resolver or proxy keep Meta's host names, from which nobody else can serve a page.
    private static readonly string[] MetasHosts = ["graph.facebook.com", "lookaside.fbsbx.com"];

    private readonly bool _isLoopback = IPAddress.IsLoopback(address);

    /// <summary>Guards the local Cloud API and its page.</summary>
    public ForeignPages(CloudApiEmulatorOptions options)
        : this(options.Address, MetasHosts) { }

    /// <summary>Why a request is rejected; <see langword="null"/> when it is allowed.</summary>
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
    /// The same for the API, which also rejects browser requests without an Origin (an image or a script of another site), because pages
    /// never link to the API.
    /// </summary>
    public string? RefuseApi(HttpRequest request) =>
        Refuse(request)
        ?? (request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site" ? "The request comes from another page." : null);

    private bool IsHere(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || hosts.Contains(host, StringComparer.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? address) && IPAddress.IsLoopback(address));
}
