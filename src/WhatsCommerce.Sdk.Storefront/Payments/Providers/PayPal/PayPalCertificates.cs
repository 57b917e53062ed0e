using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using WhatsCommerce.Http;

namespace WhatsCommerce.Storefronts;

/// <summary>Downloads the certificates of PayPal's webhooks, and verifies that they are PayPal's.</summary>
/// <remarks>
/// The URL is part of the webhook, which anybody can send. To prevent server-side request forgery (SSRF), only a file in PayPal's own
/// folder on the host of the current mode is requested, without redirects and with a size limit.
/// </remarks>
internal sealed class PayPalCertificates(
    IHttpClientFactory clients, PayPalOptions options, TimeProvider time, LocalCertificateTrust? local) : IDisposable
{
    /// <summary>The name of the HTTP client, which has no API keys and is separate from the API's client.</summary>
    public const string ClientName = "paypal-certificates";

    private const string Folder = "/v1/notifications/certs/";
    private const int LargestFile = 64 * 1024;
    private const int MostKept = 16;
    private static readonly TimeSpan Kept = TimeSpan.FromHours(12);

    private readonly ConcurrentDictionary<string, (X509Certificate2 Certificate, DateTimeOffset Until)> _known =
        new(StringComparer.Ordinal);

    private string Host => options.UseSandbox ? "api.sandbox.paypal.com" : "api.paypal.com";

    /// <summary>Finds the certificate at the URL that a webhook contains.</summary>
    /// <returns>The certificate if it is PayPal's and currently valid; null if the URL or the certificate is invalid.</returns>
    /// <exception cref="HttpRequestException">The certificate could not be downloaded.</exception>
    public async Task<X509Certificate2?> FindAsync(Uri named, CancellationToken cancellationToken)
    {
        if (AddressOf(named) is not Uri address)
        {
            return null;
        }

        DateTimeOffset now = time.GetUtcNow();
        if (_known.TryGetValue(address.AbsoluteUri, out (X509Certificate2 Certificate, DateTimeOffset Until) known) && now < known.Until)
        {
            return IsValidAt(known.Certificate, now) ? known.Certificate : null;
        }

        string file = await FetchAsync(address, cancellationToken).ConfigureAwait(false);
        if (Trusted(file, now) is not X509Certificate2 certificate)
        {
            return null;
        }

        if (_known.Count < MostKept || _known.ContainsKey(address.AbsoluteUri))
        {
            // The previous certificate may still be in use, so it is not disposed but left to the garbage collector.
            _known[address.AbsoluteUri] = (certificate, now + Kept);
        }

        return certificate;
    }

    /// <summary>The URL to request; null if it would lead to a host or folder other than PayPal's.</summary>
    internal Uri? AddressOf(Uri named)
    {
        string file = named.AbsolutePath.StartsWith(Folder, StringComparison.Ordinal) ? named.AbsolutePath[Folder.Length..] : "";
        bool isFile = ProviderText.IsId(file.Replace('.', '-')) && file[0] != '.' && named.Query.Length == 0 && named.Fragment.Length == 0
            && named.UserInfo.Length == 0;
        if (local is { Address.IsLoopback: true })
        {
            return isFile ? new Uri(local.Address, Folder + file) : null;
        }

        return isFile && named.Scheme == Uri.UriSchemeHttps && named.IsDefaultPort
            && string.Equals(named.OriginalString, $"https://{Host}{Folder}{file}", StringComparison.Ordinal)
            ? named
            : null;
    }

    public void Dispose()
    {
        foreach ((X509Certificate2 certificate, _) in _known.Values)
        {
            certificate.Dispose();
        }

        _known.Clear();
    }

    private async Task<string> FetchAsync(Uri address, CancellationToken cancellationToken)
    {
        using HttpClient client = clients.CreateClient(OnceClients.NameOf(ClientName));
        client.MaxResponseContentBufferSize = LargestFile;
        using HttpResponseMessage response = await client.GetAsync(address, cancellationToken).ConfigureAwait(false);
        return response.StatusCode == System.Net.HttpStatusCode.OK
            ? await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false)
            : throw new HttpRequestException("The certificate of a webhook could not be fetched.", inner: null, response.StatusCode);
    }

    /// <summary>The first certificate of a file, if the remaining certificates form a chain from it to a trusted root.</summary>
    private X509Certificate2? Trusted(string file, DateTimeOffset now)
    {
        X509Certificate2Collection found = [];
        try
        {
            found.ImportFromPem(file);
        }
        catch (CryptographicException)
        {
            return null;
        }

        if (found.Count == 0)
        {
            return null;
        }

        using X509Chain chain = new();
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTimeIgnored = false;
        chain.ChainPolicy.VerificationTime = now.LocalDateTime;
        chain.ChainPolicy.ExtraStore.AddRange(found);
        if (local is not null)
        {
            chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            chain.ChainPolicy.CustomTrustStore.Add(local.Authority);
        }

        bool isTrusted = chain.Build(found[0]) && IsValidAt(found[0], now) && (local is not null || IsPayPals(found[0]));
        foreach (X509Certificate2 other in isTrusted ? found.Skip(1) : found)
        {
            other.Dispose();
        }

        return isTrusted ? found[0] : null;
    }

    private static bool IsPayPals(X509Certificate2 certificate)
    {
        string name = certificate.GetNameInfo(X509NameType.DnsName, forIssuer: false);
        return name == "paypal.com" || name.EndsWith(".paypal.com", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsValidAt(X509Certificate2 certificate, DateTimeOffset now) =>
        certificate.NotBefore <= now.LocalDateTime && now.LocalDateTime <= certificate.NotAfter;
}
