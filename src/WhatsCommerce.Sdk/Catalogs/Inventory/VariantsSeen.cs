using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace WhatsCommerce.Catalogs;

/// <summary>The variants of an upload, to find those of one group that a customer cannot tell apart.</summary>
/// <remarks>
/// Contains only complete items: the other fields of a partial update are unknown. Stored as collision-resistant hashes of 16 bytes for
/// each variant.
/// </remarks>
internal sealed class VariantsSeen
{
    public const string Reason =
        "item_group_id: An item of the same group before differs from it in nothing that customers choose by: set color, size, material, "
            + "pattern or additional_variant_attribute, or another group.";

    private readonly HashSet<UInt128> _seen = [];

    public bool Contains(CatalogChange change) => Print(change) is UInt128 print && _seen.Contains(print);

    public void Add(CatalogChange change)
    {
        if (Print(change) is UInt128 print)
        {
            _seen.Add(print);
        }
    }

    public void Clear() => _seen.Clear();

    // Variants may also differ in other fields, such as age_group: items that differ there are accepted.
    private static UInt128? Print(CatalogChange change)
    {
        if (change is not { Kind: CatalogChangeKind.Create or CatalogChangeKind.Upsert, Item: { GroupId.HasValue: true } item })
        {
            return null;
        }

        IEnumerable<string?> others = item.OtherFields is null
            ? []
            : item.OtherFields.OrderBy(field => field.Key, StringComparer.Ordinal).SelectMany(field => new[] { field.Key, field.Value });
        string text = string.Join('\u001f', (IEnumerable<string?>)
        [
            item.GroupId.Value, item.Color?.Trim(), item.Size?.Trim(), item.Material?.Trim(), item.Pattern?.Trim(),
            item.VariantAttribute?.Trim(), .. others,
        ]);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan()), hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }
}
