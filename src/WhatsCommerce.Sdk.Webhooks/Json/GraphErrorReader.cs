namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads <c>errors[]</c>.</summary>
/// <remarks>
/// <see cref="GraphError"/> is shared with the sending side and has no place for members it does not know. When there is one, the
/// whole array is kept beside it as received.
/// </remarks>
internal static class GraphErrorReader
{
    public static bool TryRead(
        ref JsonMemberReader r, in Member member, ref Rest rest, out IReadOnlyList<GraphError> errors, string? path = null)
    {
        errors = [];
        if (r.IsObject)
        {
            errors = ReadSingle(ref r, member, ref rest, path);
            return true;
        }

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

            (list ??= new(1)).Add(ReadError(ref r, out bool isComplete));
            complete &= isComplete;
        }

        if (!complete)
        {
            rest.Add(member.SliceOf(start, r.End, path));
        }

        errors = list ?? errors;
        return true;
    }

    // A single error that is not in an array; it is also kept, since an array was expected.
    private static GraphError[] ReadSingle(ref JsonMemberReader r, in Member member, ref Rest rest, string? path)
    {
        int start = r.Start;
        GraphError error = ReadError(ref r, out _);
        rest.Add(member.SliceOf(start, r.End, path));
        return error is { Code: null, Title: null, Message: null } ? [] : [error];
    }

    private static GraphError ReadError(ref JsonMemberReader r, out bool complete)
    {
        complete = true;
        int? code = null;
        int? subcode = null;
        string? type = null;
        string? title = null;
        string? message = null;
        string? details = null;
        string? looseDetails = null;
        string? userTitle = null;
        string? userMessage = null;
        string? traceId = null;
        string? href = null;
        bool? transient = null;
        while (r.NextMember(out Member member))
        {
            bool taken = member.Name.Length switch
            {
                4 when member.Is("code"u8) => r.TryInt32(out code),
                4 when member.Is("href"u8) => r.TryString(out href),
                4 when member.Is("type"u8) => r.TryString(out type),
                5 when member.Is("title"u8) => r.TryString(out title),
                7 when member.Is("message"u8) => r.TryString(title, out message),
                7 when member.Is("details"u8) => r.TryString(out looseDetails),
                10 when member.Is("error_data"u8) => TryReadData(ref r, ref details, ref complete),
                10 when member.Is("fbtrace_id"u8) => r.TryString(out traceId),
                12 when member.Is("is_transient"u8) => r.TryBoolean(out transient),
                13 when member.Is("error_subcode"u8) => r.TryInt32(out subcode),
                14 when member.Is("error_user_msg"u8) => r.TryString(out userMessage),
                16 when member.Is("error_user_title"u8) => r.TryString(out userTitle),
                _ => false,
            };
            if (!taken)
            {
                r.Skip();
                complete = false;
            }
        }

        complete &= details is null || looseDetails is null || details == looseDetails;
        return new GraphError
        {
            Code = code,
            Subcode = subcode,
            Type = type,
            Title = title,
            Message = message,
            Details = details ?? looseDetails,
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
