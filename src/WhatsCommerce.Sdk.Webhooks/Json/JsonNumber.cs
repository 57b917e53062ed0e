using System.Buffers.Text;

namespace WhatsCommerce.Webhooks.Json;

/// <summary>Parses numbers from ASCII digits exactly, or not at all: nothing is rounded and nothing depends on a culture.</summary>
internal static class JsonNumber
{
    // The digits that decimal holds exactly; its own parser accepts more and rounds silently.
    private const int MaxDigits = 28;
    private const int MaxScale = 28;

    public static bool TryInt64(ReadOnlySpan<byte> text, out long value)
    {
        if (Utf8Parser.TryParse(text, out value, out int consumed) && consumed == text.Length)
        {
            return true;
        }

        // 2.0 and 2e0 are integers too.
        if (TryDecimal(text, out decimal number) && decimal.IsInteger(number) && number is >= long.MinValue and <= long.MaxValue)
        {
            value = (long)number;
            return true;
        }

        value = 0;
        return false;
    }

    /// <summary>Parses <c>-12.50</c> or <c>1.25e1</c>, with its decimals as written.</summary>
    public static bool TryDecimal(ReadOnlySpan<byte> text, out decimal value)
    {
        value = 0;
        bool negative = text is [(byte)'-', ..];
        if (text is [(byte)'-' or (byte)'+', ..])
        {
            text = text[1..];
        }

        UInt128 mantissa = 0;
        int digits = 0;
        int scale = 0;
        bool afterPoint = false;
        int at = 0;
        for (; at < text.Length && text[at] is not ((byte)'e' or (byte)'E'); at++)
        {
            if (text[at] is (byte)'.' && !afterPoint)
            {
                afterPoint = true;
            }
            else if (text[at] is >= (byte)'0' and <= (byte)'9')
            {
                mantissa = (mantissa * 10) + (uint)(text[at] - '0');
                digits += digits > 0 || text[at] != '0' ? 1 : 0;
                scale += afterPoint ? 1 : 0;
            }
            else
            {
                return false;
            }

            if (digits > MaxDigits)
            {
                return false;
            }
        }

        bool hasDigits = at > (afterPoint ? 1 : 0);
        return hasDigits
            && TryExponent(text[at..], ref scale)
            && TryScale(mantissa, digits, scale, negative, out value);
    }

    private static bool TryExponent(ReadOnlySpan<byte> text, ref int scale)
    {
        if (text.IsEmpty)
        {
            return true;
        }

        text = text[1..];
        if (!Utf8Parser.TryParse(text, out short exponent, out int consumed) || consumed != text.Length)
        {
            return false;
        }

        scale -= exponent;
        return true;
    }

    private static bool TryScale(UInt128 mantissa, int digits, int scale, bool negative, out decimal value)
    {
        if (scale < 0 && mantissa != 0)
        {
            if (digits - scale > MaxDigits)
            {
                value = 0;
                return false;
            }

            for (; scale < 0; scale++)
            {
                mantissa *= 10;
            }
        }

        if (scale > MaxScale && mantissa != 0)
        {
            value = 0;
            return false;
        }

        value = new decimal(
            (int)(uint)mantissa, (int)(uint)(mantissa >> 32), (int)(uint)(mantissa >> 64), negative, (byte)Math.Clamp(scale, 0, MaxScale));
        return true;
    }
}
