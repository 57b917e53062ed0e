using System.Buffers.Text;

namespace WhatsCommerce.Webhooks.Json;

internal ref partial struct JsonMemberReader
{
    public readonly bool TryString(out string? value)
    {
        switch (_json.Type)
        {
            case JsonTokenType.String when _json.IsEscaped:
                value = JsonText.Unescape(_json.Text);
                return true;
            case JsonTokenType.String or JsonTokenType.Number:
                value = JsonText.Plain(_json.Text);
                return true;
            default:
                value = null;
                return IsNull;
        }
    }

    /// <summary>Like <see cref="TryString(out string?)"/>, but reuses the given string if it is equal.</summary>
    public readonly bool TryString(string? atHand, out string? value)
    {
        value = IsText(atHand) ? atHand : null;
        return value is not null || TryString(out value);
    }

    /// <summary>Reads an id, a number or a user name. A blank one is absent, like null.</summary>
    public readonly bool TryId(out string? value)
    {
        bool fits = TryString(out value);
        value = string.IsNullOrWhiteSpace(value) ? null : value;
        return fits;
    }

    /// <summary>Like <see cref="TryId(out string?)"/>, but reuses a given id if it is equal.</summary>
    public readonly bool TryId(in IdsAtHand atHand, out string? value)
    {
        value = IsText(atHand.Customer) ? atHand.Customer : IsText(atHand.Business) ? atHand.Business : null;
        return value is not null || TryId(out value);
    }

    /// <summary>Like <see cref="TryString(out string?)"/>, for values of a small vocabulary: known ones are not allocated again.</summary>
    public readonly bool TryWord(out string? value)
    {
        if (_json is { Type: JsonTokenType.String, IsEscaped: false } && KnownWords.Find(_json.Text) is { } word)
        {
            value = word;
            return true;
        }

        return TryString(out value);
    }

    public readonly bool TryInt32(out int? value)
    {
        bool fits = JsonNumber.TryInt64(Digits(), out long number) && number is >= int.MinValue and <= int.MaxValue;
        value = fits ? (int)number : null;
        return fits || IsNull;
    }

    public readonly bool TryDecimal(out decimal? value)
    {
        bool fits = JsonNumber.TryDecimal(Digits(), out decimal number);
        value = fits ? number : null;
        return fits || IsNull;
    }

    /// <summary>Reads a finite number, rounded to the nearest value of the type: for measures, not for money.</summary>
    public readonly bool TryDouble(out double? value)
    {
        ReadOnlySpan<byte> digits = Digits();
        bool fits =
            Utf8Parser.TryParse(digits, out double number, out int consumed) && consumed == digits.Length && double.IsFinite(number);
        value = fits ? number : null;
        return fits || IsNull;
    }

    /// <summary>Reads a time with <see cref="GraphTime"/>; anything else does not fit.</summary>
    public readonly bool TryTimestamp(out DateTimeOffset? value)
    {
        bool fits = GraphTime.TryParse(Digits(), out DateTimeOffset time);
        value = fits ? time : null;
        return fits || IsNull;
    }

    public readonly bool TryBoolean(out bool? value)
    {
        value = _json.Type switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            JsonTokenType.String when Ascii.EqualsIgnoreCase(_json.Text, "true"u8) => true,
            JsonTokenType.String when Ascii.EqualsIgnoreCase(_json.Text, "false"u8) => false,
            _ => null,
        };
        return value is not null || IsNull;
    }

    /// <summary>Whether the current value is this string. <c>ValueTextEquals</c> would throw on lone surrogates.</summary>
    public readonly bool IsString(ReadOnlySpan<byte> ascii) =>
        _json.Type == JsonTokenType.String
        && (_json.IsEscaped ? JsonText.Unescape(_json.Text) == JsonText.Plain(ascii) : _json.Text.SequenceEqual(ascii));

    /// <summary>Describes the current value without its content.</summary>
    public readonly string Describe() => _json.Type switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.Null => "null",
        _ => "a boolean",
    };

    private readonly bool IsText(string? ascii) => ascii is not null
        && _json is { Type: JsonTokenType.String or JsonTokenType.Number, IsEscaped: false }
        && Ascii.Equals(_json.Text, ascii);

    // The text of a number, or of a string that may contain one.
    private readonly ReadOnlySpan<byte> Digits() => _json.Type switch
    {
        JsonTokenType.Number => _json.Text,
        JsonTokenType.String when _json.IsEscaped => Encoding.UTF8.GetBytes(JsonText.Unescape(_json.Text)).AsSpan().Trim(" "u8),
        JsonTokenType.String => _json.Text.Trim(" "u8),
        _ => [],
    };
}
