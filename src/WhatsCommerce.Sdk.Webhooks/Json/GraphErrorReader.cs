namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads <c>errors[]</c>.</summary>
/// <remarks>
/// <see cref="GraphError"/> is shared with the sending side and has no place for members it does not know. When there is one, the
/// whole array is kept beside it as it came.
/// </remarks>
internal static class GraphErrorReader
{
    public static bool TryRead(ref JsonMemberReader r, in Member member, ref Rest rest, out GraphError[] errors)
    {
        errors = [];
        if (!r.IsArray)
        {
            return r.IsNull;
        }

        int start = r.Start;
        bool complete = true;
        List<GraphError>? list = null;
        while (r.NextItem())
        {
            if (r.IsHollow)
            {
                r.Skip();
                complete = false;
                continue;
            }

            (list ??= new(1)).Add(ReadError(ref r, ref complete));
        }

        if (!complete)
        {
            rest.Add(new MemberSlice(null, member.NameStart, member.RawNameLength, start, r.End));
        }

        errors = list is null ? [] : [.. list];
        return true;
    }

    private static GraphError ReadError(ref JsonMemberReader r, ref bool complete)
    {
        int? code = null;
        int? subcode = null;
        string? type = null;
        string? title = null;
        string? message = null;
        string? details = null;
        string? userTitle = null;
        string? userMessage = null;
        string? traceId = null;
        string? href = null;
        bool? transient = null;
        while (r.NextMember(out Member member))
        {
            bool taken = (member.Is("code"u8) && r.TryInt32(out code))
                || (member.Is("title"u8) && r.TryString(out title))
                || (member.Is("message"u8) && r.TryString(out message))
                || (member.Is("href"u8) && r.TryString(out href))
                || (member.Is("details"u8) && r.TryString(out details))
                || (member.Is("error_data"u8) && TryReadData(ref r, ref details, ref complete))
                || (member.Is("error_subcode"u8) && r.TryInt32(out subcode))
                || (member.Is("type"u8) && r.TryString(out type))
                || (member.Is("error_user_title"u8) && r.TryString(out userTitle))
                || (member.Is("error_user_msg"u8) && r.TryString(out userMessage))
                || (member.Is("is_transient"u8) && r.TryBoolean(out transient))
                || (member.Is("fbtrace_id"u8) && r.TryString(out traceId));
            if (!taken)
            {
                r.Skip();
                complete = false;
            }
        }

        return new GraphError
        {
            Code = code,
            Subcode = subcode,
            Type = type,
            Title = title,
            Message = message,
            Details = details,
            UserTitle = userTitle,
            UserMessage = userMessage,
            IsTransient = transient,
            TraceId = traceId,
            Href = href,
        };
    }

    private static bool TryReadData(ref JsonMemberReader r, ref string? details, ref bool complete)
    {
        if (!r.IsObject)
        {
            return r.IsNull;
        }

        while (r.NextMember(out Member member))
        {
            if (!member.Is("details"u8) || !r.TryString(out details))
            {
                r.Skip();
                complete = false;
            }
        }

        return true;
    }
}
