using System.Buffers.Text;
using System.Globalization;

namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads numbers from ASCII digits exactly, or not at all: nothing is rounded and nothing depends on a culture.</summary>
internal static class JsonNumber
{
    private const int ExactDigits = 28;

    public static bool TryInt64(ReadOnlySpan<byte> text, out long value)
    {
        if (Utf8Parser.TryParse(text, out value, out int consumed) && consumed == text.Length)
        {
            return true;
        }

        // 2.0 and 2e0 are whole numbers too.
        if (TryDecimal(text, out decimal number) && decimal.IsInteger(number) && number is >= long.MinValue and <= long.MaxValue)
        {
            value = (long)number;
            return true;
        }

        value = 0;
        return false;
    }

    public static bool TryDecimal(ReadOnlySpan<byte> text, out decimal value)
    {
        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (decimal.TryParse(text, style, CultureInfo.InvariantCulture, out value) && IsExact(text))
        {
            return true;
        }

        value = 0;
        return false;
    }

    // decimal.TryParse rounds beyond 28 digits without saying so.
    private static bool IsExact(ReadOnlySpan<byte> text)
    {
        if (text.Length <= ExactDigits && !text.ContainsAny((byte)'e', (byte)'E'))
        {
            return true;
        }

        int exponentAt = text.IndexOfAny((byte)'e', (byte)'E');
        ReadOnlySpan<byte> mantissa = exponentAt < 0 ? text : text[..exponentAt];
        int exponent = 0;
        if (exponentAt >= 0
            && !int.TryParse(text[(exponentAt + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
        {
            return false;
        }

        int point = mantissa.IndexOf((byte)'.');
        ReadOnlySpan<byte> fraction = point < 0 ? [] : mantissa[(point + 1)..].TrimEnd((byte)'0');
        int digits = 0;
        foreach (byte b in mantissa[..^(point < 0 ? 0 : mantissa.Length - point - 1 - fraction.Length)])
        {
            if (b is >= (byte)'0' and <= (byte)'9' && (b != '0' || digits > 0))
            {
                digits++;
            }
        }

        return digits == 0 || (digits <= ExactDigits && (long)fraction.Length - exponent <= ExactDigits);
    }
}
