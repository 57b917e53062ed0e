using System.IO.Hashing;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace WhatsCommerce.Storefronts;

/// <summary>The signature of PayPal's webhooks: RSA over the ids, the time and the CRC-32 of the raw body.</summary>
/// <remarks>Source: developer.paypal.com/api/rest/webhooks/rest, self-verification.</remarks>
internal sealed class PayPalWebhookSignature
{
    private const int LeastKeyBits = 2_048;

    // PayPal retries a webhook for three days.
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(4);
    private static readonly TimeSpan MostAhead = TimeSpan.FromMinutes(5);

    private PayPalWebhookSignature(string id, string time, byte[] signature, Uri certificate)
    {
        TransmissionId = id;
        Time = time;
        Signature = signature;
        Certificate = certificate;
    }

    public string TransmissionId { get; }
    public string Time { get; }
    public byte[] Signature { get; }

    /// <summary>The URL of the certificate according to the webhook; not trusted yet.</summary>
    public Uri Certificate { get; }

    /// <summary>Reads the headers; null when one is missing or invalid, or names another algorithm or a time too far in the past.</summary>
    public static PayPalWebhookSignature? Read(ProviderWebhook webhook, DateTimeOffset now)
    {
        const int LongestHeader = 2_048;
        string? id = webhook.GetHeader("PAYPAL-TRANSMISSION-ID");
        string? time = webhook.GetHeader("PAYPAL-TRANSMISSION-TIME");
        string? signature = webhook.GetHeader("PAYPAL-TRANSMISSION-SIG");
        string? address = webhook.GetHeader("PAYPAL-CERT-URL");
        if (id is not { Length: > 0 and <= 128 } || time is not { Length: <= 64 } || signature is not { Length: > 0 and <= LongestHeader }
            || address is not { Length: <= LongestHeader } || webhook.GetHeader("PAYPAL-AUTH-ALGO") != "SHA256withRSA")
        {
            return null;
        }

        byte[] bytes = new byte[signature.Length];
        bool isReadable = Convert.TryFromBase64String(signature, bytes, out int length)
            & DateTimeOffset.TryParse(
                time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset at)
            & Uri.TryCreate(address, UriKind.Absolute, out Uri? certificate);
        return isReadable && at >= now - Oldest && at <= now + MostAhead
            ? new PayPalWebhookSignature(id, time, bytes[..length], certificate!)
            : null;
    }

    /// <summary>Whether the holder of a certificate signed a body for one of the shop's webhooks.</summary>
    public bool IsOf(X509Certificate2 certificate, ReadOnlySpan<byte> body, IEnumerable<string> webhookIds)
    {
        using RSA? key = certificate.GetRSAPublicKey();
        if (key is null || key.KeySize < LeastKeyBits)
        {
            return false;
        }

        string crc = Crc32.HashToUInt32(body).ToString(CultureInfo.InvariantCulture);
        foreach (string webhookId in webhookIds)
        {
            byte[] signed = Encoding.UTF8.GetBytes($"{TransmissionId}|{Time}|{webhookId}|{crc}");
            if (key.VerifyData(signed, Signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))
            {
                return true;
            }
        }

        return false;
    }
}
