namespace WhatsCommerce.Testing;

/// <summary>
/// Makes ids in the shape of WhatsApp's: <c>wamid.</c> and base64 of a number, a direction and a random text. Meta's hold the customer's
/// phone number; these hold none. Numbered within one emulator, and unlike those of any other, so that an app which remembers what it
/// has handled does not take a message of today's test for one of yesterday's.
/// </summary>
internal sealed class MessageIds
{
    private readonly string _run = Random.Shared.Next().ToString("X8", CultureInfo.InvariantCulture);
    private long _last;

    /// <summary>An id for a message of the business.</summary>
    public MessageId NextOutbound() => Make(0x11, Next());

    /// <summary>An id for a message of a customer.</summary>
    public MessageId NextInbound() => Make(0x12, "3A" + Next());

    /// <summary>The id that stands for the product page a customer asks from; Meta's holds these words too.</summary>
    public static MessageId ProductInquiry { get; } = Make(0x11, "product_inquiry");

    /// <summary>An id by which Meta finds a request in its logs.</summary>
    public static string Trace()
    {
        Span<byte> random = stackalloc byte[16];
        Random.Shared.NextBytes(random);
        return "A" + System.Buffers.Text.Base64Url.EncodeToString(random);
    }

    private string Next() => _run + Interlocked.Increment(ref _last).ToString("X10", CultureInfo.InvariantCulture);

    private static MessageId Make(byte direction, string text) => "wamid." + Convert.ToBase64String(
        [
            0x1C,
            0x18,
            0x0B,
            .. "00000000000"u8,
            0x15,
            0x02,
            0x00,
            direction,
            0x18,
            (byte)text.Length,
            .. Encoding.ASCII.GetBytes(text),
            0x00]);
}
