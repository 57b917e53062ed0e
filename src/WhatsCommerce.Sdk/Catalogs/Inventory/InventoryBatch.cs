namespace WhatsCommerce.Catalogs;

/// <summary>A batch that is being filled or sent: the concatenated JSON of its changes.</summary>
/// <param name="position">The position of its first change in the source.</param>
/// <param name="fingerprint">The hash of all previous changes; null without a checkpoint.</param>
/// <param name="allowUpsert">Whether an update of a missing item inserts it.</param>
internal sealed class InventoryBatch(long position, string? fingerprint, bool allowUpsert)
{
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = WireEncoder.Instance, SkipValidation = true };

    private ArrayBufferWriter<byte> _json = new(64 * 1024);
    private readonly List<Entry> _entries = [];
    private HashSet<RetailerId>? _ids;

    public long Position => position;

    public string? Fingerprint => fingerprint;

    public int Count => _entries.Count;

    /// <summary>The size of the body.</summary>
    public int Bytes => Head.Length + _json.WrittenCount + _entries.Count + Tail.Length;

    public IReadOnlyList<Entry> Entries => _entries;

    private ReadOnlySpan<byte> Head => allowUpsert
        ? """{"item_type":"PRODUCT_ITEM","requests":["""u8
        : """{"item_type":"PRODUCT_ITEM","allow_upsert":false,"requests":["""u8;

    private static ReadOnlySpan<byte> Tail => "]}"u8;

    /// <summary>Serializes a change as it is sent.</summary>
    public static ReadOnlyMemory<byte> Write(CatalogChange change, ArrayBufferWriter<byte> buffer, Utf8JsonWriter writer)
    {
        buffer.ResetWrittenCount();
        writer.Reset(buffer);
        change.Write(writer);
        writer.Flush();
        return buffer.WrittenMemory;
    }

    public static Utf8JsonWriter CreateWriter(ArrayBufferWriter<byte> buffer) => new(buffer, WriterOptions);

    public bool HasRoomFor(int bytes, InventoryOptions options) =>
        Count < options.MaxBatchItems && (Count == 0 || Bytes + bytes + 1 <= options.MaxBatchBytes);

    /// <summary>Whether the batch contains an item; valid once the batch is full.</summary>
    public bool Has(RetailerId id) => (_ids ??= [.. _entries.Select(entry => entry.RetailerId)]).Contains(id);

    public void Add(RetailerId id, long place, ReadOnlySpan<byte> json)
    {
        _entries.Add(new Entry(id, place, _json.WrittenCount, json.Length));
        _json.Write(json);
    }

    /// <summary>Creates a batch of some of its changes.</summary>
    public InventoryBatch Of(IEnumerable<Entry> entries)
    {
        InventoryBatch part = new(position, fingerprint, allowUpsert);
        foreach (Entry entry in entries)
        {
            part.Add(entry.RetailerId, entry.Place, _json.WrittenSpan.Slice(entry.Start, entry.Length));
        }

        return part;
    }

    /// <summary>The body of the request.</summary>
    public byte[] ToBody()
    {
        byte[] body = new byte[Head.Length + _json.WrittenCount + Math.Max(0, Count - 1) + Tail.Length];
        Span<byte> rest = body;
        Put(Head, ref rest);
        for (int i = 0; i < _entries.Count; i++)
        {
            if (i > 0)
            {
                Put(","u8, ref rest);
            }

            Put(_json.WrittenSpan.Slice(_entries[i].Start, _entries[i].Length), ref rest);
        }

        Put(Tail, ref rest);
        return body;
    }

    /// <summary>Releases the JSON: the batch is done, and only its position is still needed.</summary>
    public void Release()
    {
        _json = new();
        _ids = null;
    }

    private static void Put(ReadOnlySpan<byte> bytes, ref Span<byte> rest)
    {
        bytes.CopyTo(rest);
        rest = rest[bytes.Length..];
    }

    /// <summary>A change of a batch, and the location of its JSON.</summary>
    internal readonly record struct Entry(RetailerId RetailerId, long Place, int Start, int Length);
}
