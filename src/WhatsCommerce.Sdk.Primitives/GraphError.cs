namespace WhatsCommerce;

/// <summary>An error as the Graph API reports it, in an answer or in a webhook.</summary>
/// <remarks>
/// Meta asks to build on <see cref="Code"/> and <see cref="Details"/>; titles and messages change. Source: Meta, support/error-codes.
/// </remarks>
public sealed record GraphError
{
    /// <summary><c>code</c>; <see langword="null"/> when the answer held none.</summary>
    public int? Code { get; init; }

    /// <summary><c>error_subcode</c>; deprecated for messaging, but still the only place of the codes of template creation (2388...).</summary>
    public int? Subcode { get; init; }

    /// <summary><c>type</c>, such as <c>OAuthException</c>.</summary>
    public string? Type { get; init; }

    /// <summary><c>title</c>; webhooks only.</summary>
    public string? Title { get; init; }

    /// <summary><c>message</c>.</summary>
    public string? Message { get; init; }

    /// <summary><c>error_data.details</c> (older errors: <c>details</c>): the sentence that says what was wrong.</summary>
    public string? Details { get; init; }

    /// <summary><c>error_user_title</c>.</summary>
    public string? UserTitle { get; init; }

    /// <summary><c>error_user_msg</c>.</summary>
    public string? UserMessage { get; init; }

    /// <summary><c>is_transient</c>. It does not say that a repetition is safe; see <see cref="Class"/>.</summary>
    public bool? IsTransient { get; init; }

    /// <summary><c>fbtrace_id</c>: what Meta's support asks for.</summary>
    public string? TraceId { get; init; }

    /// <summary><c>href</c>: Meta's page about the error; webhooks only.</summary>
    public string? Href { get; init; }

    /// <summary>The HTTP status that the error came with; <see langword="null"/> in a webhook.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>What the error means for the caller: by its known code, else <see cref="IsTransient"/>, else <see cref="HttpStatus"/>.</summary>
    public GraphErrorClass Class => GraphErrorClassifier.Classify(this);

    /// <summary>
    /// The code and the most telling sentence: <c>(#131009) Products not found in FB Catalog</c>. It may quote a customer, and is cut after 300
    /// characters; what may be a phone number is hidden.
    /// </summary>
    public override string ToString()
    {
        string sentence = Array.Find([Details, Message, Title, UserMessage], text => !string.IsNullOrWhiteSpace(text)) ?? "no message";
        sentence = LogText.Quote(sentence);
        return Code is int code ? FormattableString.Invariant($"(#{code}) {sentence}") : sentence;
    }
}
