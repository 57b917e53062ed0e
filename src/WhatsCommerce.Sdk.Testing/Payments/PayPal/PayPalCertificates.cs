using System.Security.Cryptography.X509Certificates;

namespace WhatsCommerce.Testing;

/// <summary>The certificate that webhooks are signed with, and its certificate authority; created for this process.</summary>
internal sealed class PayPalCertificates : IDisposable
{
    private const int Bits = 2048;

    private readonly RSA _authorityKey = RSA.Create(Bits);
    private readonly RSA _key = RSA.Create(Bits);
    private readonly X509Certificate2 _certificate;

    public PayPalCertificates(TimeProvider time)
    {
        // Valid both by the clock of the test and by that of the machine, which is used for validating the chain.
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        DateTimeOffset own = time.GetUtcNow();
        DateTimeOffset from = (own < now ? own : now).AddDays(-1);
        DateTimeOffset until = (own > now ? own : now).AddYears(5);

        CertificateRequest authority = new("CN=Local PayPal authority", _authorityKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        authority.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        authority.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        authority.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(authority.PublicKey, false));
        Authority = authority.CreateSelfSigned(from, until);

        CertificateRequest leaf = new(
            "CN=messageverificationcerts.paypal.local", _key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        leaf.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        leaf.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        _certificate = leaf.Create(Authority, from, until, RandomNumberGenerator.GetBytes(16));
    }

    public X509Certificate2 Authority { get; }

    /// <summary>The id of the certificate, the last part of its address.</summary>
    public string Id { get; } = "CERT-" + LocalIds.Random(32);

    /// <summary>The certificate with its authority, as PEM.</summary>
    public string Pem => $"{_certificate.ExportCertificatePem()}\n{Authority.ExportCertificatePem()}\n";

    public string Sign(string message) => Convert.ToBase64String(
        _key.SignData(Encoding.UTF8.GetBytes(message), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

    public bool Verifies(string message, string signature)
    {
        byte[] bytes = new byte[signature.Length];
        return Convert.TryFromBase64String(signature, bytes, out int length)
            && _key.VerifyData(
                Encoding.UTF8.GetBytes(message), bytes.AsSpan(0, length), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    public void Dispose()
    {
        _certificate.Dispose();
        Authority.Dispose();
        _key.Dispose();
        _authorityKey.Dispose();
    }
}
