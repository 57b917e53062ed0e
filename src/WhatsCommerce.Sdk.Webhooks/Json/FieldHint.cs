namespace WhatsCommerce.Webhooks.Json;

/// <summary>
/// Guesses the <c>field</c> of a change whose value comes first, so that the right reader can read the value immediately.
/// </summary>
/// <remarks>
/// Usually it is the next member with that name in the body. Searching its text is cheap compared with reading; a wrong guess only costs a
/// second read. No text is searched twice, so that all guesses together take linear time.
/// </remarks>
internal struct FieldHint
{
    private const int Nowhere = int.MaxValue;
    private const int LongestField = 64;

    private int _next;

    /// <summary>The next field name after a position; the unnamed field when there is none.</summary>
    public Field After(int position, ReadOnlySpan<byte> body)
    {
        // Nearly all deliveries end like this: with one change, of messages.
        if (_next < position && body.EndsWith("\"field\":\"messages\"}]}]}"u8))
        {
            return FieldReaders.Messages;
        }

        if (_next < position)
        {
            int offset = body[position..].IndexOf("\"field\""u8);
            _next = offset < 0 ? Nowhere : position + offset;
        }

        if (_next == Nowhere)
        {
            return FieldReaders.Of(null);
        }

        ReadOnlySpan<byte> rest = body[(_next + "\"field\"".Length)..].TrimStart(": \t\r\n"u8);
        int end = rest is [(byte)'"', ..] ? rest[1..Math.Min(rest.Length, LongestField)].IndexOf((byte)'"') : -1;
        return end <= 0 ? FieldReaders.Of(null) : FieldReaders.OfUtf8(rest.Slice(1, end));
    }
}
