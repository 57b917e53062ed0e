namespace WhatsCommerce.Messages;

/// <summary>
/// Remembers where the content stands in a body while it is written: what the message says, without whom it is for and without the callback
/// data that is made of its key. So a message is read once, for both.
/// </summary>
internal sealed class ContentOfBody(bool isMarketing)
{
    private int _start;
    private int _ownDataStart;
    private int _ownDataEnd;

    /// <summary>To be called when the recipient is written.</summary>
    public void Begin(Utf8JsonWriter writer) => _start = PositionOf(writer);

    /// <summary>To be called before callback data that is made of the key.</summary>
    public void BeginOwnData(Utf8JsonWriter writer) => _ownDataStart = PositionOf(writer);

    /// <summary>To be called behind it.</summary>
    public void EndOwnData(Utf8JsonWriter writer) => _ownDataEnd = PositionOf(writer);

    /// <summary>The content, as JSON. Ledgers keep its hash: it must not change from version to version.</summary>
    public byte[] Of(ReadOnlySpan<byte> body) =>
        [.. isMarketing ? """{"marketing":true"""u8 : """{"marketing":false"""u8, .. body[_start.._ownDataStart], .. body[_ownDataEnd..]];

    private static int PositionOf(Utf8JsonWriter writer) => (int)writer.BytesCommitted + writer.BytesPending;
}
