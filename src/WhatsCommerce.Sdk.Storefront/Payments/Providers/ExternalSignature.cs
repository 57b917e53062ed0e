using System.Buffers.Text;
using System.Security.Cryptography;

namespace WhatsCommerce.Storefronts;

/// <summary>Signs the links to the shop's own page, and verifies the signatures of its reports.</summary>
internal static class ExternalSignature
{
    // A report is JSON and cannot begin with this prefix, so the signature of a link is never valid for a report.
    private const string LinkPrefix = "checkout-link:";

    public static string OfLink(string secret, AttemptId attempt) =>
        Base64Url.EncodeToString(Compute(secret, Encoding.UTF8.GetBytes(LinkPrefix + attempt)));

    public static bool IsOfLink(string secret, AttemptId attempt, string? signature) =>
        signature is not null && CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(OfLink(secret, attempt)), Encoding.UTF8.GetBytes(signature));

    public static bool IsOfReport(string secret, ReadOnlySpan<byte> body, string? signature) =>
        signature is not null && CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(OfReport(secret, body)), Encoding.UTF8.GetBytes(signature));

    public static string OfReport(string secret, ReadOnlySpan<byte> body) => Convert.ToHexStringLower(Compute(secret, body));

    private static byte[] Compute(string secret, ReadOnlySpan<byte> message) =>
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), message);
}
