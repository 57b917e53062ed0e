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
    private JsonTokenizer _json;

    /// <summary>Begins at a value in the body: at 0, or at the <see cref="Start"/> of one that was read before.</summary>
    public JsonMemberReader(ReadOnlyMemory<byte> body, int position)
    {
        Body = body;
        _json = new JsonTokenizer(body.Span, position);
    }

    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>Where the current token begins.</summary>
    public readonly int Start => _json.Start;

    /// <summary>Where the current token ends.</summary>
    public readonly int End => _json.End;

    public readonly bool IsObject => _json.Type == JsonTokenType.StartObject;

    public readonly bool IsArray => _json.Type == JsonTokenType.StartArray;

    public readonly bool IsNull => _json.Type == JsonTokenType.Null;

    /// <summary>Whether nothing stands here that could be an item: no object, or one without members.</summary>
    public readonly bool IsHollow => !IsObject || _json.IsEmptyObject;

    /// <summary>Goes to the next member of the current object and stands on its value; false at the object's end.</summary>
    public bool NextMember(out Member member)
    {
        bool isThere = _json.NextMember(out ReadOnlySpan<byte> raw, out int start, out bool isEscaped);
        member = new Member(isEscaped ? Encoding.UTF8.GetBytes(JsonText.Unescape(raw)) : raw, start, raw.Length);
        return isThere;
    }

    /// <summary>Goes to the next item of the current array; false at the array's end.</summary>
    public bool NextItem() => _json.NextItem();

    /// <summary>Passes over the value.</summary>
    public void Skip() => _json.Skip();

    /// <summary>Passes over the value and says where the member stands.</summary>
    public MemberSlice Slice(in Member member, string? path = null)
    {
        int start = Start;
        _json.Skip();
        return member.SliceOf(start, End, path);
    }

    /// <summary>Passes over the value and keeps the member as received.</summary>
    public void Keep(in Member member, ref Rest rest, string? path = null) => rest.Add(Slice(member, path));

    /// <summary>Makes sure that nothing but blanks follows the body's value.</summary>
    public readonly void Finish() => _json.Finish();
}
