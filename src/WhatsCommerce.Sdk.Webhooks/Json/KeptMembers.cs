using System.Text.Json;

namespace WhatsCommerce.Webhooks.Json;

/// <summary>The slices behind <see cref="AdditionalProperties"/>.</summary>
internal sealed class KeptMembers(ReadOnlyMemory<byte> body, MemberSlice[] slices)
{
    public MemberSlice[] Slices { get; } = slices;

    public string Name(int index)
    {
        MemberSlice slice = Slices[index];
        return slice.Path + JsonText.Decode(RawName(slice));
    }

    public JsonElement Value(int index)
    {
        var reader = new Utf8JsonReader(RawValue(Slices[index]), JsonMemberReader.Options);
        return JsonElement.ParseValue(ref reader);
    }

    public bool SameAs(KeptMembers other)
    {
        if (Slices.Length != other.Slices.Length)
        {
            return false;
        }

        for (int i = 0; i < Slices.Length; i++)
        {
            MemberSlice mine = Slices[i];
            MemberSlice theirs = other.Slices[i];
            if (mine.Path != theirs.Path
                || !RawName(mine).SequenceEqual(other.RawName(theirs))
                || !RawValue(mine).SequenceEqual(other.RawValue(theirs)))
            {
                return false;
            }
        }

        return true;
    }

    private ReadOnlySpan<byte> RawName(MemberSlice slice) => body.Span.Slice(slice.NameStart, slice.NameLength);

    private ReadOnlySpan<byte> RawValue(MemberSlice slice) => body.Span[slice.ValueStart..slice.ValueEnd];
}
