using System.Globalization;
using System.Text;

namespace WhatsCommerce.Storefronts;

/// <summary>Verifies the signature of Stripe's webhooks: HMAC-SHA-256 over timestamp and raw body, with one of several secrets.</summary>
/// <remarks>
/// Stripe.net verifies a string, but decoding changes a body that is not valid UTF-8. Source: docs.stripe.com/webhooks.
/// </remarks>
internal static class StripeWebhookSignature
{
    private const int LongestHeader = 2_048;
    private const int MostSignatures = 10;

    /// <summary>The maximum difference of the timestamp from the clock, which prevents replay attacks.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(300);

    public static bool IsGenuine(ReadOnlySpan<byte> body, string? header, IEnumerable<string> secrets, DateTimeOffset now)
    {
        if (header is not { Length: > 0 and <= LongestHeader })
        {
            return false;
        }

        string? time = null;
        List<string> signatures = [];
        foreach (string part in header.Split(',', MostSignatures, StringSplitOptions.TrimEntries))
        {
            if (part.StartsWith("t=", StringComparison.Ordinal))
            {
                time = part[2..];
            }
            else if (part.StartsWith("v1=", StringComparison.Ordinal))
            {
                signatures.Add(part[3..]);
            }
        }

        if (!long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds)
            || Math.Abs(now.ToUnixTimeSeconds() - (decimal)seconds) > (decimal)Tolerance.TotalSeconds)
        {
            return false;
        }

        byte[] signed = [.. Encoding.UTF8.GetBytes($"{time}."), .. body];
        bool isGenuine = false;
        foreach (string signature in signatures)
        {
            isGenuine |= HmacSignature.IsOfAny(secrets, signed, signature);
        }

        return isGenuine;
    }
}
