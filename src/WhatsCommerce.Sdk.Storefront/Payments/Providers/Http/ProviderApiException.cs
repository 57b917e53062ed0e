using System.Net;

namespace WhatsCommerce.Storefronts;

/// <summary>
/// The exception for an error response of a provider. It contains the status and the error code, but nothing that was sent.
/// </summary>
internal sealed class ProviderApiException(string provider, HttpStatusCode status, string? code)
    : Exception(string.Create(CultureInfo.InvariantCulture, $"{provider} answered {(int)status} {code ?? "without a code"}."))
{
    public HttpStatusCode Status => status;

    public string? Code => code;

    /// <summary>
    /// Whether the call certainly had no effect. That is unknown after a timeout (408), a conflict (409), a rate limit (429) or a server
    /// error.
    /// </summary>
    public bool IsRefusal => (int)status is >= 400 and < 500 and not (408 or 409 or 425 or 429);
}
