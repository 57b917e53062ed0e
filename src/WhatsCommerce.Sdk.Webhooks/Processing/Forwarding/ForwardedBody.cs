using System.Security.Cryptography;

namespace WhatsCommerce.Webhooks;

/// <summary>A body that a forward sends, and its key: the same in each attempt.</summary>
/// <param name="Key">The event's part of the claim.</param>
/// <param name="Body">The body.</param>
internal sealed record ForwardedBody(string Key, ReadOnlyMemory<byte> Body)
{
    private const string OfDelivery = "delivery/";
    private const string Unsigned = "unsigned/";

    /// <summary>Creates the body of a whole delivery. Its key contains the signature, which is stored nowhere else.</summary>
    public static ForwardedBody Of(ReadOnlyMemory<byte> body, string? signature) => new(
        OfDelivery + (string.IsNullOrWhiteSpace(signature)
            ? Unsigned + Convert.ToHexStringLower(SHA256.HashData(body.Span))
            : signature.Trim()),
        body);

    /// <summary>Returns the signature of the received delivery; <see langword="null"/> for an event, or without one.</summary>
    public static string? SignatureOf(string key) =>
        key.StartsWith(OfDelivery, StringComparison.Ordinal)
        && !key.AsSpan(OfDelivery.Length).StartsWith(Unsigned, StringComparison.Ordinal)
            ? key[OfDelivery.Length..]
            : null;

    /// <summary>Returns the id by which the receiver detects duplicates: a hash, because a key may contain a phone number.</summary>
    public static string IdOf(string forwardId, string key) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.Unicode.GetBytes($"{forwardId}\n{key}")).AsSpan(0, 16));
}
