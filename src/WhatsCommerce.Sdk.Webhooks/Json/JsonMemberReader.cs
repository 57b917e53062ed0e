using System.Text;
using System.Text.Json;

namespace WhatsCommerce.Webhooks.Json;

/// <summary>Walks the members of JSON objects and takes their values leniently: numbers from strings, strings from numbers.</summary>
/// <remarks>
/// <para>The contract between all readers: whoever is called stands on the first token of a value, and leaves on its last one. A
/// <c>Try...</c> that returns <see langword="false"/> has not moved, so that the value can still be kept.</para>
/// <para><see langword="null"/> counts as absent: it is taken, and gives no value.</para>
/// <para>A position is a bookmark: a new reader begins again there. A copy of the struct would do the same, but is large.</para>
/// </remarks>
internal ref partial struct JsonMemberReader
{
    /// <summary>Deeper than anything Meta sends, shallow enough for every stack.</summary>
    public const int MaxDepth = 256;

    public static readonly JsonReaderOptions Options = new() { MaxDepth = MaxDepth };

    private readonly ReadOnlySpan<byte> _bytes;
    private readonly int _offset;
    private Utf8JsonReader _json;

    /// <summary>Begins at a value in the body: at 0, or at the <see cref="Start"/> of one that was read before.</summary>
    public JsonMemberReader(ReadOnlyMemory<byte> body, int position)
    {
        Body = body;
        _bytes = body.Span;
        _offset = position;
        _json = new Utf8JsonReader(_bytes[position..], Options);
        _json.Read();
    }

    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>Where the current token begins.</summary>
    public readonly int Start => _offset + (int)_json.TokenStartIndex;

    /// <summary>Where the current token ends.</summary>
    public readonly int End => _offset + (int)_json.BytesConsumed;

    public readonly bool IsObject => _json.TokenType == JsonTokenType.StartObject;

    public readonly bool IsArray => _json.TokenType == JsonTokenType.StartArray;

    public readonly bool IsNull => _json.TokenType == JsonTokenType.Null;

    /// <summary>Whether nothing stands here that could be an item: no object, or one without members.</summary>
    public readonly bool IsHollow => !IsObject || IsEmptyObject();

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
        member = new Member(name, Start + 1, raw.Length);
        _json.Read();
        return true;
    }

    /// <summary>Goes to the next item of the current array; false at the array's end.</summary>
    public bool NextItem() => _json.Read() && _json.TokenType != JsonTokenType.EndArray;

    /// <summary>Passes over the value.</summary>
    public void Skip() => _json.Skip();

    /// <summary>Passes over the value and says where the member stands.</summary>
    public MemberSlice Slice(in Member member, string? path = null)
    {
        int start = Start;
        _json.Skip();
        return member.SliceOf(start, End, path);
    }

    /// <summary>Passes over the value and keeps the member as it came.</summary>
    public void Keep(in Member member, ref Rest rest, string? path = null) => rest.Add(Slice(member, path));

    /// <summary>Makes sure that nothing but blanks follows the body's value.</summary>
    public void Finish() => _json.Read();

    private readonly bool IsEmptyObject()
    {
        ReadOnlySpan<byte> next = _bytes[End..];
        return next is not [(byte)'"', ..] && next.TrimStart(" \t\r\n"u8) is [(byte)'}', ..];
    }
}
