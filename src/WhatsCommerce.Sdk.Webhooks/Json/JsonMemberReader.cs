using System.Text;
using System.Text.Json;

namespace WhatsCommerce.Webhooks.Json;

/// <summary>Walks the members of JSON objects and takes their values leniently: numbers from strings, strings from numbers.</summary>
/// <remarks>
/// <para>The contract between all readers: whoever is called stands on the first token of a value, and leaves on its last one. A
/// <c>Try...</c> that returns <see langword="false"/> has not moved, so that the value can still be kept.</para>
/// <para><see langword="null"/> counts as absent: it is taken, and gives no value. A copy of the struct is a bookmark.</para>
/// </remarks>
internal ref struct JsonMemberReader
{
    /// <summary>Deeper than anything Meta sends, shallow enough for every stack.</summary>
    public const int MaxDepth = 256;

    public static readonly JsonReaderOptions Options = new() { MaxDepth = MaxDepth };

    private Utf8JsonReader _json;

    public JsonMemberReader(ReadOnlyMemory<byte> body)
    {
        Body = body;
        _json = new Utf8JsonReader(body.Span, Options);
    }

    public ReadOnlyMemory<byte> Body { get; }

    public readonly bool IsObject => _json.TokenType == JsonTokenType.StartObject;

    public readonly bool IsArray => _json.TokenType == JsonTokenType.StartArray;

    public readonly bool IsNull => _json.TokenType == JsonTokenType.Null;

    public readonly bool IsString(ReadOnlySpan<byte> utf8) => _json.TokenType == JsonTokenType.String && _json.ValueTextEquals(utf8);

    /// <summary>Where the current token begins.</summary>
    public readonly int Start => (int)_json.TokenStartIndex;

    /// <summary>Where the current token ends.</summary>
    public readonly int End => (int)_json.BytesConsumed;

    /// <summary>Whether nothing stands here that could be an item: no object, or one without members.</summary>
    public readonly bool IsHollow => !IsObject || Body.Span[End..].TrimStart(" \t\r\n"u8) is [(byte)'}', ..];

    public bool Read() => _json.Read();

    /// <summary>Goes to the next member of the current object and stands on its value; false at the object's end.</summary>
    public bool NextMember(out Member member)
    {
        _json.Read();
        if (_json.TokenType != JsonTokenType.PropertyName)
        {
            member = default;
            return false;
        }

        ReadOnlySpan<byte> raw = _json.ValueSpan;
        ReadOnlySpan<byte> name = _json.ValueIsEscaped ? Encoding.UTF8.GetBytes(JsonText.Unescape(raw)) : raw;
        member = new Member(name, (int)_json.TokenStartIndex + 1, raw.Length);
        _json.Read();
        return true;
    }

    /// <summary>Goes to the next item of the current array; false at the array's end.</summary>
    public bool NextItem() => _json.Read() && _json.TokenType != JsonTokenType.EndArray;

    public void Skip() => _json.Skip();

    /// <summary>Passes over the value and says where the member stands.</summary>
    public MemberSlice Slice(in Member member, string? path = null)
    {
        int start = Start;
        _json.Skip();
        return new MemberSlice(path, member.NameStart, member.RawNameLength, start, End);
    }

    /// <summary>Passes over the value and keeps the member as it came.</summary>
    public void Keep(in Member member, ref Rest rest, string? path = null) => rest.Add(Slice(member, path));

    public readonly bool TryString(out string? value)
    {
        switch (_json.TokenType)
        {
            case JsonTokenType.String:
                value = _json.ValueIsEscaped ? JsonText.Unescape(_json.ValueSpan) : Encoding.UTF8.GetString(_json.ValueSpan);
                return true;
            case JsonTokenType.Number:
                value = Encoding.UTF8.GetString(_json.ValueSpan);
                return true;
            default:
                value = null;
                return IsNull;
        }
    }

    /// <summary>As <see cref="TryString"/>, for values out of a small vocabulary: the known ones are not allocated again.</summary>
    public readonly bool TryWord(out string? value)
    {
        if (_json.TokenType == JsonTokenType.String && !_json.ValueIsEscaped && KnownWords.Find(_json.ValueSpan) is { } word)
        {
            value = word;
            return true;
        }

        return TryString(out value);
    }

    public readonly bool TryInt32(out int? value)
    {
        value = null;
        if (!JsonNumber.TryInt64(Digits(), out long number) || number is < int.MinValue or > int.MaxValue)
        {
            return IsNull;
        }

        value = (int)number;
        return true;
    }

    public readonly bool TryDecimal(out decimal? value)
    {
        bool fits = JsonNumber.TryDecimal(Digits(), out decimal number);
        value = fits ? number : null;
        return fits || IsNull;
    }

    /// <summary>Seconds since 1970; what lies outside the calendar does not fit.</summary>
    public readonly bool TryTimestamp(out DateTimeOffset? value)
    {
        const long first = -62135596800;
        const long last = 253402300799;
        value = null;
        if (!JsonNumber.TryInt64(Digits(), out long seconds) || seconds is < first or > last)
        {
            return IsNull;
        }

        value = DateTimeOffset.FromUnixTimeSeconds(seconds);
        return true;
    }

    public readonly bool TryBoolean(out bool? value)
    {
        value = _json.TokenType switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            JsonTokenType.String when Ascii.EqualsIgnoreCase(_json.ValueSpan, "true"u8) => true,
            JsonTokenType.String when Ascii.EqualsIgnoreCase(_json.ValueSpan, "false"u8) => false,
            _ => null,
        };
        return value is not null || IsNull;
    }

    /// <summary>What stands here, in words that hold nothing of the content.</summary>
    public readonly string Describe() => _json.TokenType switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.Null => "null",
        _ => "a boolean",
    };

    // The text of a number, or of a string that may hold one.
    private readonly ReadOnlySpan<byte> Digits() => _json.TokenType switch
    {
        JsonTokenType.Number => _json.ValueSpan,
        JsonTokenType.String when _json.ValueIsEscaped => Encoding.UTF8.GetBytes(JsonText.Unescape(_json.ValueSpan)).AsSpan().Trim(" "u8),
        JsonTokenType.String => _json.ValueSpan.Trim(" "u8),
        _ => [],
    };
}
