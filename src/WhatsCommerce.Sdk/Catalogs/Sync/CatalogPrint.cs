using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace WhatsCommerce.Catalogs;

/// <summary>
/// The fingerprint of an item, to compare it: a hash of each field of <see cref="CatalogItemFields"/>, in the order of its bits.
/// </summary>
/// <remarks>
/// With 64 bits for each hash, a change goes unnoticed with a probability of 2^-63. Items are untrusted, so the hash is
/// collision-resistant.
/// </remarks>
internal readonly partial struct CatalogPrint
{
    // The source does not set the field, so it is not compared.
    private const ulong Unsaid = 0;
    private const ulong Blank = 2;

    // The catalog has a value that could not be read: it differs from whatever the source has, and is not blank.
    private const ulong Unread = 4;
    private const ulong FirstHash = 8;

    private readonly Hashes _fields;

    // The fields of OtherFields that can be read back; null if there are none.
    private readonly ulong[]? _others;

    private CatalogPrint(in Hashes fields, ulong[]? others)
    {
        _fields = fields;
        _others = others;
    }

    /// <summary>Compares two items.</summary>
    /// <param name="id">The id of both.</param>
    /// <param name="item">The item of the source.</param>
    /// <param name="product">The product of the catalog.</param>
    /// <param name="ignore">The fields that are not compared.</param>
    /// <param name="clearMissing">The fields that are cleared where the source does not set them.</param>
    public static CatalogDifference Compare(
        RetailerId id, in CatalogPrint item, in CatalogPrint product, CatalogItemFields ignore, CatalogItemFields clearMissing)
    {
        CatalogItemFields changed = CatalogItemFields.None;
        CatalogItemFields missing = CatalogItemFields.None;
        CatalogItemFields uncompared = CatalogItemFields.None;
        for (int i = 0; i < Hashes.Length; i++)
        {
            CatalogItemFields field = (CatalogItemFields)(1 << i);
            ulong said = item._fields[i];
            ulong had = product._fields[i];
            if (said == Unsaid)
            {
                missing |= had == Blank ? CatalogItemFields.None : field;
            }
            else if (said != had)
            {
                bool isOtherForm = field == CatalogItemFields.GoogleProductCategory
                    && said >= FirstHash
                    && had >= FirstHash
                    && IsNumber(said) != IsNumber(had);
                changed |= isOtherForm ? CatalogItemFields.None : field;
                uncompared |= isOtherForm ? field : CatalogItemFields.None;
            }
        }

        // The sale belongs to the price: a source that does not set the price says nothing about the sale. Without a sale price, the period
        // means nothing.
        bool saysPrice = item[CatalogItemFields.Price] != Unsaid;
        bool isOnSale = item[CatalogItemFields.SalePrice] > Blank || missing.HasFlag(CatalogItemFields.SalePrice);
        missing &= saysPrice ? isOnSale ? ~CatalogItemFields.None : ~CatalogItemFields.SalePeriod : ~CatalogItemFields.Sale;
        missing &= clearMissing & ~ignore & CatalogItemFields.Optional;

        // An item without variants may be the only member of its group.
        if (missing.HasFlag(CatalogItemFields.GroupId) && product[CatalogItemFields.GroupId] == Hash(id.Value))
        {
            missing &= ~CatalogItemFields.GroupId;
        }

        CompareOthers(item, product, ignore, clearMissing, ref changed, out List<string>? missingOthers);
        return new CatalogDifference(changed & ~ignore, missing, missingOthers, uncompared & ~ignore);
    }

    private ulong this[CatalogItemFields field] => _fields[int.TrailingZeroCount((int)field)];

    private static void CompareOthers(
        in CatalogPrint item,
        in CatalogPrint product,
        CatalogItemFields ignore,
        CatalogItemFields clearMissing,
        ref CatalogItemFields changed,
        out List<string>? missing)
    {
        missing = null;
        if (ignore.HasFlag(CatalogItemFields.OtherFields) || (item._others is null && product._others is null))
        {
            return;
        }

        for (int i = 0; i < ReadableOthers.Length; i++)
        {
            ulong said = item._others?[i] ?? Unsaid;
            ulong had = product._others?[i] ?? Blank;
            if (said != Unsaid && said != had)
            {
                changed |= CatalogItemFields.OtherFields;
            }
            else if (said == Unsaid && had != Blank && clearMissing.HasFlag(CatalogItemFields.OtherFields))
            {
                (missing ??= []).Add(ReadableOthers[i]);
            }
        }
    }

    // The last bit of a hash says whether the text is only a number.
    private static bool IsNumber(ulong hash) => (hash & 1) != 0;

    private static ulong HashAddress(ImporterAddress? address) => address is null or { IsEmpty: true }
        ? Blank
        : Hash(string.Join(
            '\u001f',
            address.Street1,
            address.Street2,
            address.City,
            address.Region,
            address.PostalCode,
            address.Country?.ToUpperInvariant()));

    // The order counts: customers see the pictures in this order.
    private static ulong HashLinks(IReadOnlyList<string> links) => links.Count == 0 ? Blank : Hash(string.Join('\u001f', links));

    // The period is written with a precision of minutes.
    private static ulong HashPeriod(DateTimeOffset? start, DateTimeOffset? end) => start is null && end is null
        ? Blank
        : Hash(string.Create(CultureInfo.InvariantCulture, $"{start?.UtcDateTime:yyyyMMddHHmm}/{end?.UtcDateTime:yyyyMMddHHmm}"));

    private static ulong HashCount(int? count) => Hash(count?.ToString(CultureInfo.InvariantCulture));

    // "Scent:Lemon,Shape:Round" here, a map in responses; the order has no meaning.
    private static ulong HashAttributes(IEnumerable<KeyValuePair<string, string>> attributes) => Hash(string.Join(
        '\u001f',
        attributes.Select(pair => $"{pair.Key.Trim().ToUpperInvariant()}\u001e{pair.Value.Trim()}").Order(StringComparer.Ordinal)));

    private static IEnumerable<KeyValuePair<string, string>> AttributesOf(string? text) =>
        from pair in (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        let parts = pair.Split(':', 2)
        select KeyValuePair.Create(parts[0], parts.Length > 1 ? parts[1] : "");

    // Meta's constants are upper case in one place and lower case in the other.
    private static ulong HashWord(string? word) => Hash(word?.ToUpperInvariant());

    // Ignores what gets lost in transit and makes no difference to a reader: surrounding spaces, the kind of line breaks.
    private static ulong HashText(string? text) => Hash(text?.Trim().ReplaceLineEndings("\n"));

    private static ulong Hash(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return Blank;
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan()), hash);
        ulong value = BinaryPrimitives.ReadUInt64LittleEndian(hash) & ~1UL;
        value = value < FirstHash ? FirstHash : value;
        return text.AsSpan().ContainsAnyExceptInRange('0', '9') ? value : value | 1;
    }

    [InlineArray(Length)]
    private struct Hashes
    {
        public const int Length = 28;

        private ulong _first;
    }
}
