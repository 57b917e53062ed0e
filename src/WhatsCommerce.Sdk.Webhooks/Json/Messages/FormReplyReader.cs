using System.Text;

namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads <c>nfm_reply</c>.</summary>
internal static class FormReplyReader
{
    public static FormReply Read(ref JsonMemberReader r)
    {
        string? name = null;
        string? body = null;
        string? responseJson = null;
        Rest rest = default;
        while (r.NextMember(out Member member))
        {
            if (member.Is("name"u8) && r.TryWord(out name))
            {
                continue;
            }

            if (member.Is("body"u8) && r.TryString(out body))
            {
                continue;
            }

            if (member.Is("response_json"u8))
            {
                responseJson = ReadResponse(ref r);
                continue;
            }

            r.Keep(member, ref rest);
        }

        return new FormReply { Name = name, Body = body, ResponseJson = responseJson, AdditionalProperties = rest.ToProperties(r.Body) };
    }

    // A JSON text in a string as Meta documents it; taken just as well where it was not put into a string.
    private static string? ReadResponse(ref JsonMemberReader r)
    {
        if (r.TryString(out string? text))
        {
            return text;
        }

        int start = r.Start;
        r.Skip();
        return Encoding.UTF8.GetString(r.Body.Span[start..r.End]);
    }
}
