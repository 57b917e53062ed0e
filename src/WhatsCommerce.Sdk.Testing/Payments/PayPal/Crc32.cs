namespace WhatsCommerce.Testing;

/// <summary>CRC-32/ISO-HDLC, bit by bit: 3421780262 for <c>123456789</c>.</summary>
internal static class Crc32
{
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        uint sum = uint.MaxValue;
        foreach (byte one in bytes)
        {
            sum ^= one;
            for (int bit = 0; bit < 8; bit++)
            {
                sum = (sum >> 1) ^ ((sum & 1) * 0xEDB88320u);
            }
        }

        return ~sum;
    }
}
