using System.Buffers;
using System.Security.Cryptography;

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

    /// <summary>
    /// How many secrets are tried; further ones are not looked at, so that a long list does not make each forged request expensive.
    /// Two are enough to replace one by the next.
    /// </summary>
    public const int MaxSecrets = 16;

    private const string Prefix = "sha256=";

    private const int HashLength = HMACSHA256.HashSizeInBytes;

    /// <summary>Checks a signature against each of the app's secrets, in constant time and without allocating.</summary>
    /// <param name="body">The raw body, before anything else touched it.</param>
    /// <param name="header">The value of <see cref="HeaderName"/>; <see langword="null"/> when the request has none.</param>
    /// <param name="secrets">The app secrets that are valid now, at most <see cref="MaxSecrets"/>; empty ones are passed over.</param>
    /// <returns><see cref="SignatureResult.Valid"/>, or what is wrong. Without a secret nothing is valid.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="secrets"/> is null.</exception>
    public static SignatureResult Verify(ReadOnlyMemory<byte> body, string? header, params IReadOnlyList<string> secrets) =>
        Verify(body.Span, header.AsSpan(), secrets);

    /// <summary>Checks a signature against each of the app's secrets, in constant time and without allocating.</summary>
    /// <param name="body">The raw body, before anything else touched it.</param>
    /// <param name="header">The value of <see cref="HeaderName"/>; <see langword="null"/> when the request has none.</param>
    /// <param name="secrets">The app secrets that are valid now, at most <see cref="MaxSecrets"/>; empty ones are passed over.</param>
    /// <returns><see cref="SignatureResult.Valid"/>, or what is wrong. Without a secret nothing is valid.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="secrets"/> is null.</exception>
    public static SignatureResult Verify(ReadOnlySpan<byte> body, string? header, params IReadOnlyList<string> secrets) =>
        Verify(body, header.AsSpan(), secrets);

    /// <summary>Checks a signature against each of the app's secrets, in constant time and without allocating.</summary>
    /// <param name="body">The raw body, before anything else touched it.</param>
    /// <param name="header">The value of <see cref="HeaderName"/>; empty when the request has none.</param>
    /// <param name="secrets">The app secrets that are valid now, at most <see cref="MaxSecrets"/>; empty ones are passed over.</param>
    /// <returns><see cref="SignatureResult.Valid"/>, or what is wrong. Without a secret nothing is valid.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="secrets"/> is null.</exception>
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

        // Every secret is tried even after a match, so that the time does not tell which one it was.
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

    /// <summary>Makes the header's value for a body, for instance to sign a delivery in a test.</summary>
    /// <param name="body">The raw body.</param>
    /// <param name="secret">The app secret.</param>
    /// <returns><c>sha256=</c> and 64 hex digits in lower case.</returns>
    /// <exception cref="ArgumentException"><paramref name="secret"/> is null or empty.</exception>
    public static string Compute(ReadOnlyMemory<byte> body, string secret) => Compute(body.Span, secret);

    /// <summary>Makes the header's value for a body, for instance to sign a delivery in a test.</summary>
    /// <param name="body">The raw body.</param>
    /// <param name="secret">The app secret.</param>
    /// <returns><c>sha256=</c> and 64 hex digits in lower case.</returns>
    /// <exception cref="ArgumentException"><paramref name="secret"/> is null or empty.</exception>
    public static string Compute(ReadOnlySpan<byte> body, string secret)
    {
        ArgumentException.ThrowIfNullOrEmpty(secret);
        Span<byte> hash = stackalloc byte[HashLength];
        KeyedHash.For(secret).Compute(body, hash);
        return Prefix + Convert.ToHexStringLower(hash);
    }
}
