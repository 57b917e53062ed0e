using System.Net;
using Microsoft.AspNetCore.Http;
using WhatsCommerce.Testing;

namespace WhatsCommerce.Emulator;

/// <summary>
/// Prevents other pages in the same browser from reading or controlling the emulator. The host of a request must be this machine (DNS
/// rebinding), and a request that changes something must come from the page itself and be JSON, which a form of another site cannot send.
/// </summary>
internal sealed class PageGuard(CloudApiEmulatorOptions options)
{
    private readonly bool _isLoopback = IPAddress.IsLoopback(options.Address);

    /// <summary>Returns why the request is refused; <see langword="null"/> when it is allowed.</summary>
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

        return HttpMethods.IsPost(request.Method) && !request.HasJsonContentType()
            ? "A request that changes something must be JSON (Content-Type: application/json)."
            : null;
    }

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? address) && IPAddress.IsLoopback(address));
}
