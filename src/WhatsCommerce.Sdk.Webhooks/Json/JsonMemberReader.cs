namespace WhatsCommerce.Webhooks.Json;

/// <summary>Enumerates the members of JSON objects and reads their values leniently: numbers from strings, strings from numbers.</summary>
/// <remarks>
/// <para>The contract of all readers: a reader starts at the first token of a value, and ends at its last one. A <c>Try...</c> method that
/// returns <see langword="false"/> has not moved, so that the value can still be kept.</para>
/// <para><see langword="null"/> counts as absent: it is consumed, without a value.</para>
/// <para>A position is a bookmark, at which a new reader can start again. A copy of the struct would work too, but is large.</para>
/// </remarks>
internal ref partial struct JsonMemberReader
{
    private JsonTokenizer _json;

    /// <summary>Starts at a value in the body: at 0, or at the <see cref="Start"/> of an earlier value.</summary>
    public JsonMemberReader(ReadOnlyMemory<byte> body, int position)
    {
        Body = body;
        _json = new JsonTokenizer(body.Span, position);
    }

    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>The position at which the current token begins.</summary>
    public readonly int Start => _json.Start;

    /// <summary>The position at which the current token ends.</summary>
    public readonly int End => _json.End;

    public readonly bool IsObject => _json.Type == JsonTokenType.StartObject;

    public readonly bool IsArray => _json.Type == JsonTokenType.StartArray;

    public readonly bool IsNull => _json.Type == JsonTokenType.Null;

    /// <summary>Whether the current value cannot be an item: it is not an object, or an empty one.</summary>
    public readonly bool IsHollow => !IsObject || _json.IsEmptyObject;

    /// <summary>Advances to the value of the next member of the current object; false at the object's end.</summary>
    public bool NextMember(out Member member)
    {
        bool isThere = _json.NextMember(out ReadOnlySpan<byte> raw, out int start, out bool isEscaped);
        member = new Member(isEscaped ? Encoding.UTF8.GetBytes(JsonText.Unescape(raw)) : raw, start, raw.Length);
        return isThere;
    }

    /// <summary>Advances to the next item of the current array; false at the array's end.</summary>
    public bool NextItem() => _json.NextItem();

    /// <summary>Skips the value.</summary>
    public void Skip() => _json.Skip();

    /// <summary>Skips the value and returns the position of the member.</summary>
    public MemberSlice Slice(in Member member, string? path = null)
    {
        int start = Start;
        _json.Skip();
        return member.SliceOf(start, End, path);
    }

    /// <summary>Skips the value and keeps the member as received.</summary>
    public void Keep(in Member member, ref Rest rest, string? path = null) => rest.Add(Slice(member, path));

    /// <summary>Ensures that only white space follows the body's value.</summary>
    public readonly void Finish() => _json.Finish();
}
