using System.Security.Cryptography;

namespace WhatsCommerce.Storefronts;

/// <summary>HMAC-SHA-256 in lowercase hexadecimal, as providers sign webhooks; compared in constant time.</summary>
internal static class HmacSignature
{
    private const int Length = 64;

    public static bool IsOf(string secret, ReadOnlySpan<byte> message, string? signature)
    {
        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (signature is not { Length: Length } || signature.AsSpan().ContainsAnyInRange('A', 'F')
            || Convert.FromHexString(signature, given, out _, out _) != System.Buffers.OperationStatus.Done)
        {
            return false;
        }

        HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), message, expected);
        return CryptographicOperations.FixedTimeEquals(expected, given);
    }

    /// <summary>
    /// Whether the signature matches any of several secrets. All are tried, so that the timing does not reveal which one matched.
    /// </summary>
    public static bool IsOfAny(IEnumerable<string> secrets, ReadOnlySpan<byte> message, string? signature)
    {
        bool isGenuine = false;
        foreach (string secret in secrets)
        {
            isGenuine |= secret.Length > 0 && IsOf(secret, message, signature);
        }

        return isGenuine;
    }
}
