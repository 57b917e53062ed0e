using System.Security.Cryptography;

namespace WhatsCommerce.Webhooks;

/// <summary>What a forward sends at once, and the key that it is known by: the same in each delivery of it.</summary>
/// <param name="Key">The event's part of the claim.</param>
/// <param name="Body">The body.</param>
internal sealed record ForwardedBody(string Key, ReadOnlyMemory<byte> Body)
{
    private const string OfDelivery = "delivery/";
    private const string Unsigned = "unsigned/";

    /// <summary>Makes that of a whole delivery. Its key holds the signature, which is told of it nowhere else.</summary>
    public static ForwardedBody Of(ReadOnlyMemory<byte> body, string? signature) => new(
        OfDelivery + (string.IsNullOrWhiteSpace(signature)
            ? Unsigned + Convert.ToHexStringLower(SHA256.HashData(body.Span))
            : signature.Trim()),
        body);

    /// <summary>Returns the signature that a delivery came with; <see langword="null"/> for an event, or without one.</summary>
    public static string? SignatureOf(string key) =>
        key.StartsWith(OfDelivery, StringComparison.Ordinal)
        && !key.AsSpan(OfDelivery.Length).StartsWith(Unsigned, StringComparison.Ordinal)
            ? key[OfDelivery.Length..]
            : null;

    /// <summary>Returns the id by which the receiver tells a repetition: a hash, because a key may contain a phone number.</summary>
    public static string IdOf(string forwardId, string key) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.Unicode.GetBytes($"{forwardId}\n{key}")).AsSpan(0, 16));
}
