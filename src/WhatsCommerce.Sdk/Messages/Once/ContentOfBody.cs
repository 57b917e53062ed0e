namespace WhatsCommerce.Messages;

/// <summary>
/// Records the position of the content in a body while it is written: what the message says, without the recipient and without callback
/// data that is derived from the key. So the message is serialized only once.
/// </summary>
internal sealed class ContentOfBody(bool isMarketing)
{
    private int _start;
    private int _ownDataStart;
    private int _ownDataEnd;

    /// <summary>Must be called when the recipient is written.</summary>
    public void Begin(Utf8JsonWriter writer) => _start = PositionOf(writer);

    /// <summary>Must be called before callback data that is derived from the key.</summary>
    public void BeginOwnData(Utf8JsonWriter writer) => _ownDataStart = PositionOf(writer);

    /// <summary>Must be called after it.</summary>
    public void EndOwnData(Utf8JsonWriter writer) => _ownDataEnd = PositionOf(writer);

    /// <summary>Gets the content as JSON. Ledgers store its hash, so it must not change between versions.</summary>
    public byte[] Of(ReadOnlySpan<byte> body) =>
        [.. isMarketing ? """{"marketing":true"""u8 : """{"marketing":false"""u8, .. body[_start.._ownDataStart], .. body[_ownDataEnd..]];

    private static int PositionOf(Utf8JsonWriter writer) => (int)writer.BytesCommitted + writer.BytesPending;
}
