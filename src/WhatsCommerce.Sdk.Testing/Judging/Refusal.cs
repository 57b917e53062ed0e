namespace WhatsCommerce.Testing.Judging;

/// <summary>The request is rejected with a Graph error; nothing is sent.</summary>
internal sealed record Refusal(int HttpStatus, int Code, string Message) : Verdict
{
    public string Type { get; init; } = "OAuthException";
    public int? Subcode { get; init; }

    /// <summary><c>error_data.details</c>: the exact problem. Absent if Meta sends none.</summary>
    public string? Details { get; init; }

    /// <summary><c>error_user_title</c>: a title for users, in errors of management calls.</summary>
    public string? UserTitle { get; init; }

    /// <summary><c>error_user_msg</c>: what users can do, in errors of management calls.</summary>
    public string? UserMessage { get; init; }

    public bool? IsTransient { get; init; }
}
