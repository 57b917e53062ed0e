using System.Net;
using Microsoft.AspNetCore.Http;
using WhatsCommerce.Testing;

namespace WhatsCommerce.Emulator;

/// <summary>
/// Keeps other pages in the same browser from reading or driving the emulator: a request must name this machine as its host (else a foreign name
/// may have been pointed here), and one that changes something must come from the page itself and be JSON, which no foreign form can send.
/// </summary>
internal sealed class PageGuard(CloudApiEmulatorOptions options)
{
    private readonly bool _isLoopback = IPAddress.IsLoopback(options.Address);

    /// <summary>Why the request is refused; <see langword="null"/> when it is not.</summary>
    public string? Refuse(HttpRequest request)
    {
        if (_isLoopback && !IsLoopback(request.Host.Host))
        {
            return "The page is for this machine: open it as http://127.0.0.1 or http://localhost.";
        }

        string? origin = request.Headers.Origin;
        if (!string.IsNullOrEmpty(origin) && origin != $"{request.Scheme}://{request.Host}")
        {
            return "The request comes from another page.";
        }

        return HttpMethods.IsPost(request.Method) && !request.HasJsonContentType() ? "A request that changes something must be JSON (Content-Type: application/json)." : null;
    }

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? address) && IPAddress.IsLoopback(address));
}
