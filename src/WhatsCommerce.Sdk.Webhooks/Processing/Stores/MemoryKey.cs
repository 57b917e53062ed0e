using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace WhatsCommerce.Webhooks;

/// <summary>A <see cref="WebhookKey"/> as <see cref="MemoryWebhookStore"/> remembers it: by half a SHA-256 of the event's part.</summary>
/// <remarks>
/// So an entry keeps no text alive that the garbage collector would have to move, which costs several times what the hash does. That
/// two events have the same 128 bits does not happen, not even on purpose.
/// </remarks>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct MemoryKey(UInt128 Event, string Handler)
{
    // One for each thread, since making one takes longer than the hash.
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
