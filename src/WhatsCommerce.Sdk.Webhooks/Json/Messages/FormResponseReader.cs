namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads <c>response_json</c>: JSON in a string, as Meta documents it, or plain JSON.</summary>
internal static class FormResponseReader
{
    public static bool TryRead(ref JsonMemberReader r, in Member member, ref Rest rest, out string? value)
    {
        if (!r.TryString(out value))
        {
            MemberSlice json = r.Slice(member);
            value = Encoding.UTF8.GetString(r.Body.Span[json.ValueStart..json.ValueEnd]);
        }

        return true;
    }
}
