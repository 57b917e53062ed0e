using System.Net;

namespace WhatsCommerce.Storefronts;

/// <summary>A provider answered with an error. It names status and code, and nothing of what was sent.</summary>
internal sealed class ProviderApiException(string provider, HttpStatusCode status, string? code)
    : Exception(string.Create(CultureInfo.InvariantCulture, $"{provider} answered {(int)status} {code ?? "without a code"}."))
{
    public HttpStatusCode Status => status;

    public string? Code => code;

    /// <summary>
    /// Whether nothing came of the call. After a time-out, a conflict with the same call, or too many calls, nobody knows; after an error
    /// of the server's neither.
    /// </summary>
    public bool IsRefusal => (int)status is >= 400 and < 500 and not (408 or 409 or 425 or 429);
}
