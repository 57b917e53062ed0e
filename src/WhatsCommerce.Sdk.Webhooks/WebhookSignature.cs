using System.Buffers;
using System.Security.Cryptography;

namespace WhatsCommerce.Webhooks;

/// <summary>
/// Verifies and computes the signature of a delivery: <c>X-Hub-Signature-256: sha256=</c> and the HMAC-SHA256 of the raw body, in hex.
/// </summary>
/// <remarks>
/// The signature covers the bytes as received: JSON that was parsed and serialized again no longer matches, since Meta escapes characters
/// before it signs. Source: Meta, graph-api/webhooks/getting-started, "Validating payloads".
/// </remarks>
public static class WebhookSignature
{
    /// <summary>The header that carries the signature.</summary>
    public const string HeaderName = "X-Hub-Signature-256";

    /// <summary>
    /// Gets the maximum number of secrets that are tried; further ones are ignored, so that a long list does not make each forged request
    /// expensive. Two are enough to rotate a secret.
    /// </summary>
    public static int MaxSecrets => 16;

    private const string Prefix = "sha256=";

    private const int HashLength = HMACSHA256.HashSizeInBytes;

    /// <summary>Verifies a signature against each of the app's secrets, in constant time and without allocating.</summary>
    /// <param name="body">The raw body, exactly as received.</param>
    /// <param name="header">The value of <see cref="HeaderName"/>; <see langword="null"/> when the request has none.</param>
    /// <param name="secrets">The app secrets that are valid now, at most <see cref="MaxSecrets"/>; empty ones are ignored.</param>
    /// <returns><see cref="SignatureResult.Valid"/>, or what is wrong. Without a secret no signature is valid.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="secrets"/> is <see langword="null"/>.</exception>
    public static SignatureResult Verify(ReadOnlyMemory<byte> body, string? header, params IReadOnlyList<string> secrets) =>
        Verify(body.Span, header.AsSpan(), secrets);

    /// <summary>Verifies a signature against each of the app's secrets, in constant time and without allocating.</summary>
    /// <param name="body">The raw body, exactly as received.</param>
    /// <param name="header">The value of <see cref="HeaderName"/>; <see langword="null"/> when the request has none.</param>
    /// <param name="secrets">The app secrets that are valid now, at most <see cref="MaxSecrets"/>; empty ones are ignored.</param>
    /// <returns><see cref="SignatureResult.Valid"/>, or what is wrong. Without a secret no signature is valid.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="secrets"/> is <see langword="null"/>.</exception>
    public static SignatureResult Verify(ReadOnlySpan<byte> body, string? header, params IReadOnlyList<string> secrets) =>
        Verify(body, header.AsSpan(), secrets);

    /// <summary>Verifies a signature against each of the app's secrets, in constant time and without allocating.</summary>
    /// <param name="body">The raw body, exactly as received.</param>
    /// <param name="header">The value of <see cref="HeaderName"/>; empty when the request has none.</param>
    /// <param name="secrets">The app secrets that are valid now, at most <see cref="MaxSecrets"/>; empty ones are ignored.</param>
    /// <returns><see cref="SignatureResult.Valid"/>, or what is wrong. Without a secret no signature is valid.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="secrets"/> is <see langword="null"/>.</exception>
    public static SignatureResult Verify(ReadOnlySpan<byte> body, ReadOnlySpan<char> header, params IReadOnlyList<string> secrets)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        header = header.Trim();
        if (header.IsEmpty)
        {
            return SignatureResult.Missing;
        }

        Span<byte> claimed = stackalloc byte[HashLength];
        if (!header.StartsWith(Prefix, StringComparison.Ordinal)
            || header.Length != Prefix.Length + (2 * HashLength)
            || Convert.FromHexString(header[Prefix.Length..], claimed, out _, out _) != OperationStatus.Done)
        {
            return SignatureResult.Malformed;
        }

        // Every secret is tried even after a match, so that the timing does not reveal which one matched.
        bool valid = false;
        Span<byte> computed = stackalloc byte[HashLength];
        for (int i = 0, tried = 0; i < secrets.Count && tried < MaxSecrets; i++)
        {
            if (!string.IsNullOrEmpty(secrets[i]))
            {
                KeyedHash.For(secrets[i]).Compute(body, computed);
                valid |= CryptographicOperations.FixedTimeEquals(computed, claimed);
                tried++;
            }
        }

        return valid ? SignatureResult.Valid : SignatureResult.Mismatch;
    }

    /// <summary>Computes the value of the header for a body, for instance to sign a delivery in a test.</summary>
    /// <param name="body">The raw body.</param>
    /// <param name="secret">The app secret.</param>
    /// <returns><c>sha256=</c> followed by 64 lowercase hex digits.</returns>
    /// <exception cref="ArgumentException"><paramref name="secret"/> is <see langword="null"/> or empty.</exception>
    public static string Compute(ReadOnlyMemory<byte> body, string secret) => Compute(body.Span, secret);

    /// <summary>Computes the value of the header for a body, for instance to sign a delivery in a test.</summary>
    /// <param name="body">The raw body.</param>
    /// <param name="secret">The app secret.</param>
    /// <returns><c>sha256=</c> followed by 64 lowercase hex digits.</returns>
    /// <exception cref="ArgumentException"><paramref name="secret"/> is <see langword="null"/> or empty.</exception>
    public static string Compute(ReadOnlySpan<byte> body, string secret)
    {
        ArgumentException.ThrowIfNullOrEmpty(secret);
        Span<byte> hash = stackalloc byte[HashLength];
        KeyedHash.For(secret).Compute(body, hash);
        return Prefix + Convert.ToHexStringLower(hash);
    }
}
