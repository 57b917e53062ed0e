using System.Numerics;
using System.Runtime.CompilerServices;

namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads the tokens of JSON and validates its syntax, as <see cref="Utf8JsonReader"/> does, in about half the time.</summary>
/// <remarks>
/// <para>Two things make it faster. The ends of strings come from a bitmap with one bit for each of 64 bytes, so that ten short strings
/// need one scan of the bytes. And the caller knows whether it is inside an object or an array, so that the tokenizer need not find
/// out.</para>
/// <para>It accepts what <see cref="Utf8JsonReader"/> accepts and fails where that fails; the tests compare both. The caller checks before
/// that the bytes are UTF-8.</para>
/// </remarks>
internal ref struct JsonTokenizer
{
    /// <summary>Deeper than anything Meta sends, shallow enough for every stack.</summary>
    public const int MaxDepth = 256;

    private const int Window = 64;

    private readonly ReadOnlySpan<byte> _json;
    private int _depth;
    private int _windowStart;
    private ulong _stops;

    /// <summary>Reads the first token of the value at a position.</summary>
    /// <exception cref="JsonException">There is no value.</exception>
    public JsonTokenizer(ReadOnlySpan<byte> json, int position)
    {
        _json = json;
        _windowStart = -Window;
        ReadValue(position);
    }

    /// <summary>The type of the current token: one that starts a value, or the end of an object or an array.</summary>
    public JsonTokenType Type { get; private set; }

    /// <summary>The position at which the current token begins.</summary>
    public int Start { get; private set; }

    /// <summary>The position at which the current token ends.</summary>
    public int End { get; private set; }

    /// <summary>Whether the current string has escapes.</summary>
    public bool IsEscaped { get; private set; }

    /// <summary>The text of a number, or of a string without its quotes and still escaped.</summary>
    public readonly ReadOnlySpan<byte> Text => Type == JsonTokenType.String ? _json[(Start + 1)..(End - 1)] : _json[Start..End];

    /// <summary>Whether the current object is empty.</summary>
    public readonly bool IsEmptyObject => Peek(SkipBlanks(End)) == (byte)'}';

    /// <summary>
    /// Advances from the first token of an object, or the last of a member, to the next value; false at the object's end.
    /// </summary>
    /// <param name="name">The name, still escaped.</param>
    /// <param name="nameStart">The position of the name.</param>
    /// <param name="isEscaped">Whether the name has escapes.</param>
    /// <exception cref="JsonException">The syntax is broken.</exception>
    public bool NextMember(out ReadOnlySpan<byte> name, out int nameStart, out bool isEscaped)
    {
        int at = SkipBlanks(End);
        byte next = Peek(at);
        if (next == (byte)'}')
        {
            Close(JsonTokenType.EndObject, at);
            name = default;
            nameStart = 0;
            isEscaped = false;
            return false;
        }

        if (Type != JsonTokenType.StartObject)
        {
            at = next == (byte)',' ? SkipBlanks(at + 1) : Broken();
            next = Peek(at);
        }

        if (next != (byte)'"')
        {
            Broken();
        }

        nameStart = at + 1;
        int nameEnd = EndOfString(nameStart, out isEscaped);
        name = _json[nameStart..nameEnd];
        at = SkipBlanks(nameEnd + 1);
        if (Peek(at) != (byte)':')
        {
            Broken();
        }

        ReadValue(at + 1);
        return true;
    }

    /// <summary>Advances from the first token of an array, or the last of an item, to the next value; false at the array's end.</summary>
    /// <exception cref="JsonException">The syntax is broken.</exception>
    public bool NextItem()
    {
        int at = SkipBlanks(End);
        byte next = Peek(at);
        if (next == (byte)']')
        {
            Close(JsonTokenType.EndArray, at);
            return false;
        }

        if (Type != JsonTokenType.StartArray)
        {
            at += next == (byte)',' ? 1 : Broken();
        }

        ReadValue(at);
        return true;
    }

    /// <summary>Advances to the last token of the value.</summary>
    /// <exception cref="JsonException">The syntax is broken.</exception>
    public void Skip()
    {
        if (Type == JsonTokenType.StartObject)
        {
            while (NextMember(out _, out _, out _))
            {
                Skip();
            }
        }
        else if (Type == JsonTokenType.StartArray)
        {
            while (NextItem())
            {
                Skip();
            }
        }
    }

    /// <summary>Ensures that only white space follows.</summary>
    /// <exception cref="JsonException">There is other content.</exception>
    public readonly void Finish()
    {
        if (SkipBlanks(End) < _json.Length)
        {
            Broken();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void ReadValue(int at)
    {
        at = SkipBlanks(at);
        Start = at;
        if (Peek(at) == (byte)'"')
        {
            End = EndOfString(at + 1, out bool isEscaped) + 1;
            Type = JsonTokenType.String;
            IsEscaped = isEscaped;
        }
        else
        {
            ReadOther(at);
        }
    }

    private void ReadOther(int at)
    {
        switch (Peek(at))
        {
            case (byte)'{':
                Open(JsonTokenType.StartObject, at);
                break;
            case (byte)'[':
                Open(JsonTokenType.StartArray, at);
                break;
            case (byte)'t':
                ReadLiteral("true"u8, JsonTokenType.True);
                break;
            case (byte)'f':
                ReadLiteral("false"u8, JsonTokenType.False);
                break;
            case (byte)'n':
                ReadLiteral("null"u8, JsonTokenType.Null);
                break;
            default:
                End = EndOfNumber(at);
                Type = JsonTokenType.Number;
                break;
        }
    }

    private void Open(JsonTokenType type, int at)
    {
        if (++_depth > MaxDepth)
        {
            Broken();
        }

        Type = type;
        End = at + 1;
    }

    private void Close(JsonTokenType type, int at)
    {
        _depth--;
        Type = type;
        Start = at;
        End = at + 1;
    }

    private void ReadLiteral(ReadOnlySpan<byte> literal, JsonTokenType type)
    {
        if (!_json[Start..].StartsWith(literal))
        {
            Broken();
        }

        Type = type;
        End = Start + literal.Length;
    }

    private readonly int EndOfNumber(int at)
    {
        if (Peek(at) == (byte)'-')
        {
            at++;
        }

        // A leading zero must be the only digit.
        at = Peek(at) == (byte)'0' ? at + 1 : EndOfDigits(at);
        if (Peek(at) == (byte)'.')
        {
            at = EndOfDigits(at + 1);
        }

        if (Peek(at) is (byte)'e' or (byte)'E')
        {
            at++;
            at = EndOfDigits(Peek(at) is (byte)'+' or (byte)'-' ? at + 1 : at);
        }

        // Of a body that is a number nothing else is read. A slash would begin a comment, which fails as the next token.
        bool ends = at == _json.Length
            || _json[at] is (byte)',' or (byte)'}' or (byte)']' or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)'/';
        return ends ? at : Broken();
    }

    private readonly int EndOfDigits(int at)
    {
        int start = at;
        while (char.IsAsciiDigit((char)Peek(at)))
        {
            at++;
        }

        return at > start ? at : Broken();
    }

    /// <summary>The byte at a position; 0, which no token begins with, after the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly byte Peek(int at)
    {
        ReadOnlySpan<byte> json = _json;
        return (uint)at < (uint)json.Length ? json[at] : (byte)0;
    }

    // Positions are passed by value: a local variable that is passed by reference stays in memory, which costs a third of the time.

    /// <summary>The position of the next byte that is not white space; in minified JSON it is the given one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly int SkipBlanks(int at) => Peek(at) > (byte)' ' ? at : EndOfBlanks(at);

    private readonly int EndOfBlanks(int at)
    {
        while (Peek(at) is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
        {
            at++;
        }

        return at;
    }

    /// <summary>The position of the quote that ends the string whose first byte is at a position.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int EndOfString(int at, out bool isEscaped)
    {
        int offset = at - _windowStart;
        ulong stops = (uint)offset < Window ? _stops >> offset : 0;
        int stop = at + BitOperations.TrailingZeroCount(stops);
        if (stops != 0 && _json[stop] == (byte)'"')
        {
            isEscaped = false;
            return stop;
        }

        return EndOfLongString(at, out isEscaped);
    }

    private int EndOfLongString(int at, out bool isEscaped)
    {
        isEscaped = false;
        while (true)
        {
            at = NextStop(at);
            switch (Peek(at))
            {
                case (byte)'"':
                    return at;
                case (byte)'\\':
                    isEscaped = true;
                    at = EndOfEscape(at + 1);
                    break;
                default:
                    return Broken();
            }
        }
    }

    private readonly int EndOfEscape(int at)
    {
        if (Peek(at) is (byte)'"' or (byte)'\\' or (byte)'/' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t')
        {
            return at + 1;
        }

        bool isUnit = Peek(at) == (byte)'u'
            && char.IsAsciiHexDigit((char)Peek(at + 1))
            && char.IsAsciiHexDigit((char)Peek(at + 2))
            && char.IsAsciiHexDigit((char)Peek(at + 3))
            && char.IsAsciiHexDigit((char)Peek(at + 4));
        return isUnit ? at + 5 : Broken();
    }

    /// <summary>The next quote, backslash or control character; the end when there is none.</summary>
    private int NextStop(int at)
    {
        while (at < _json.Length)
        {
            if ((uint)(at - _windowStart) >= Window)
            {
                MoveWindow(at);
            }

            ulong stops = _stops >> (at - _windowStart);
            if (stops != 0)
            {
                return at + BitOperations.TrailingZeroCount(stops);
            }

            at = _windowStart + Window;
        }

        return _json.Length;
    }

    private void MoveWindow(int at)
    {
        // The last window ends at the end of the bytes, so that only bodies shorter than a window are scanned byte by byte.
        _windowStart = Math.Max(0, Math.Min(at, _json.Length - Window));
        ReadOnlySpan<byte> bytes = _json[_windowStart..];
        _stops = bytes.Length < Window ? StopBits.OneByOne(bytes) : StopBits.Of(bytes);
    }

    [DoesNotReturn]
    private static byte Broken() => throw new JsonException();
}
