namespace WhatsCommerce.Testing.Judging;

/// <summary>The request is refused with a Graph error; nothing is sent.</summary>
internal sealed record Refusal(int HttpStatus, int Code, string Message) : Verdict
{
    public string Type { get; init; } = "OAuthException";
    public int? Subcode { get; init; }

    /// <summary><c>error_data.details</c>: what exactly is wrong. Absent where Meta sends none.</summary>
    public string? Details { get; init; }

    /// <summary><c>error_user_title</c>: a heading for people, on management calls.</summary>
    public string? UserTitle { get; init; }

    /// <summary><c>error_user_msg</c>: what people can do, on management calls.</summary>
    public string? UserMessage { get; init; }

    public bool? IsTransient { get; init; }
}
