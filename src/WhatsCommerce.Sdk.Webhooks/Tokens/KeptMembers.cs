namespace WhatsCommerce.Webhooks.Json;

/// <summary>The slices behind <see cref="AdditionalProperties"/>.</summary>
internal sealed class KeptMembers(ReadOnlyMemory<byte> body, MemberSlice[] slices)
{
    public int Count => slices.Length;

    public MemberSlice this[int index] => slices[index];

    /// <summary>The last member of this name, or -1.</summary>
    public int IndexOf(string name)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(name);
        for (int i = Count - 1; i >= 0; i--)
        {
            string path = slices[i].Path ?? "";
            ReadOnlySpan<byte> raw = RawName(i);
            bool same = raw.Contains((byte)'\\')
                ? Name(i) == name
                : name.StartsWith(path, StringComparison.Ordinal) && raw.SequenceEqual(utf8.AsSpan(Encoding.UTF8.GetByteCount(path)));
            if (same)
            {
                return i;
            }
        }

        return -1;
    }

    public string Name(int index) => slices[index].Path + JsonText.Decode(RawName(index));

    public JsonElement Value(int index)
    {
        var reader = new Utf8JsonReader(RawValue(index), new() { MaxDepth = JsonTokenizer.MaxDepth });
        return JsonElement.ParseValue(ref reader);
    }

    public bool IsSameAs(KeptMembers other)
    {
        for (int i = 0; i < Count && Count == other.Count; i++)
        {
            if (slices[i].Path != other.Path(i)
                || !RawName(i).SequenceEqual(other.RawName(i))
                || !RawValue(i).SequenceEqual(other.RawValue(i)))
            {
                return false;
            }
        }

        return Count == other.Count;
    }

    /// <summary>The path before the name, with a trailing dot; <see langword="null"/> for a member of the object itself.</summary>
    public string? Path(int index) => slices[index].Path;

    public ReadOnlySpan<byte> RawName(int index) => body.Span.Slice(slices[index].NameStart, slices[index].NameLength);

    public ReadOnlySpan<byte> RawValue(int index) => body.Span[slices[index].ValueStart..slices[index].ValueEnd];
}
