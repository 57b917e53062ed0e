using System.Buffers.Binary;
using System.Security.Cryptography;

namespace WhatsCommerce.Webhooks;

/// <summary>
/// A <see cref="WebhookKey"/> in <see cref="MemoryWebhookStore"/>: the first half of a SHA-256 hash of the event's part, and the handler.
/// </summary>
/// <remarks>
/// A hash keeps no string alive that the garbage collector would have to move, which costs several times as much as hashing. A collision in
/// 128 bits does not happen, not even on purpose.
/// </remarks>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct MemoryKey(UInt128 Event, string Handler)
{
    // One per thread, since creating one takes longer than hashing.
    [ThreadStatic]
    private static IncrementalHash? t_hash;

    public static MemoryKey Of(WebhookKey key)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        t_hash ??= IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        t_hash.AppendData(MemoryMarshal.AsBytes(key.Event.AsSpan()));
        t_hash.GetHashAndReset(hash);
        return new(BinaryPrimitives.ReadUInt128LittleEndian(hash), key.Handler);
    }
}
