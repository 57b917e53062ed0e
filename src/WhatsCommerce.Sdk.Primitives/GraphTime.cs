using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace WhatsCommerce;

/// <summary>Parses the times in Meta's JSON, which writes the same moment in several formats.</summary>
/// <remarks>
/// <list type="bullet">
/// <item>Seconds since 1970, of at most ten digits, which reach to the year 2286. With a fraction, from the year 2000 on.</item>
/// <item>Milliseconds since 1970, as devices and relays write them: the same years 2000 to 2286.</item>
/// <item>ISO 8601 with seconds, such as <c>2026-11-20T10:00:00+0000</c>: the same years. Without an offset it is UTC.</item>
/// </list>
/// <para>Anything else is not a time: no value is better than one in the year 2494, which eleven digits would be as seconds.</para>
/// <para>Source: Meta, webhooks/reference and reference/graph-api; and field reports.</para>
/// </remarks>
public static class GraphTime
{
    // 1 January 2000, long before WhatsApp. A number of eleven digits is neither plausible seconds nor plausible milliseconds.
    private const long FirstSecond = 946_684_800;
    private const long FirstMillisecond = FirstSecond * 1000;

    // Seconds have ten digits, milliseconds thirteen.
    private const long SecondsEnd = 10_000_000_000;
    private const long MillisecondsEnd = SecondsEnd * 1000;

    // Longer than any valid time.
    private const int LongestText = 40;

    private static readonly string[] Iso8601 = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK"];

    /// <summary>Parses a time from the text of a JSON number or string.</summary>
    /// <param name="text">UTF-8, without quotes and surrounding white space.</param>
    /// <param name="time">The time, to a ten-millionth of a second.</param>
    /// <returns>Whether the text is a time.</returns>
    public static bool TryParse(ReadOnlySpan<byte> text, out DateTimeOffset time)
    {
        if (Utf8Parser.TryParse(text, out long whole, out int consumed) && consumed == text.Length)
        {
            return TryFrom(whole, out time);
        }

        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number))
        {
            return TryFrom(number, out time);
        }

        return TryParseIso8601(text, out time);
    }

    private static bool TryFrom(long number, out DateTimeOffset time)
    {
        if (number is > 0 and < SecondsEnd)
        {
            time = DateTimeOffset.FromUnixTimeSeconds(number);
            return true;
        }

        if (number is >= FirstMillisecond and < MillisecondsEnd)
        {
            time = DateTimeOffset.FromUnixTimeMilliseconds(number);
            return true;
        }

        time = default;
        return false;
    }

    private static bool TryFrom(decimal number, out DateTimeOffset time)
    {
        long ticks = number switch
        {
            >= FirstSecond and < SecondsEnd => (long)(number * TimeSpan.TicksPerSecond),
            >= FirstMillisecond and < MillisecondsEnd => (long)(number * TimeSpan.TicksPerMillisecond),
            _ => 0,
        };
        time = ticks > 0 ? DateTimeOffset.UnixEpoch.AddTicks(ticks) : default;
        return ticks > 0;
    }

    private static bool TryParseIso8601(ReadOnlySpan<byte> text, out DateTimeOffset time)
    {
        time = default;
        Span<char> chars = stackalloc char[LongestText];
        const DateTimeStyles universal = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return Ascii.ToUtf16(text, chars, out int length) == OperationStatus.Done
            && DateTimeOffset.TryParseExact(chars[..length], Iso8601, CultureInfo.InvariantCulture, universal, out time)
            && time.ToUnixTimeMilliseconds() is >= FirstMillisecond and < MillisecondsEnd;
    }
}
