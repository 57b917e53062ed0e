using System.Buffers.Binary;
using System.Buffers.Text;

namespace WhatsCommerce.Messages;

/// <summary>Detects recipients who were listed before, however their number is formatted. Takes some fifty bytes for each.</summary>
internal sealed class SeenRecipients
{
    private const int HashBytes = 32;
    private readonly Dictionary<UInt128, long> _seen = [];

    /// <summary>Adds a recipient, unless the same person is there.</summary>
    /// <returns>The index of the same person's first entry; <see langword="null"/> for a new or an invalid recipient.</returns>
    public long? Add(Recipient to, long index)
    {
        if (to.Value is null)
        {
            return null;
        }

        Span<byte> hash = stackalloc byte[HashBytes];
        Base64Url.DecodeFromChars(SendIntent.HashOf(to), hash);
        UInt128 person = BinaryPrimitives.ReadUInt128LittleEndian(hash);
        return _seen.TryAdd(person, index) ? null : _seen[person];
    }
}
