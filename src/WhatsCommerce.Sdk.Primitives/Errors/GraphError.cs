namespace WhatsCommerce;

/// <summary>An error as the Graph API reports it, in a response or in a webhook.</summary>
/// <remarks>
/// Meta recommends relying on <see cref="Code"/> and <see cref="Details"/>, since titles and messages change. Source: Meta,
/// support/error-codes.
/// </remarks>
public sealed record GraphError
{
    /// <summary>Gets <c>code</c>; <see langword="null"/> when the response contained none.</summary>
    public int? Code { get; init; }

    /// <summary>
    /// Gets <c>error_subcode</c>; deprecated for messaging, but still the only place of the codes of template creation (2388...).
    /// </summary>
    public int? Subcode { get; init; }

    /// <summary>Gets <c>type</c>, such as <c>OAuthException</c>.</summary>
    public string? Type { get; init; }

    /// <summary>Gets <c>title</c>; webhooks only.</summary>
    public string? Title { get; init; }

    /// <summary>Gets <c>message</c>.</summary>
    public string? Message { get; init; }

    /// <summary>Gets <c>error_data.details</c> (older errors: <c>details</c>): the sentence that says what was wrong.</summary>
    public string? Details { get; init; }

    /// <summary>Gets <c>error_user_title</c>.</summary>
    public string? UserTitle { get; init; }

    /// <summary>Gets <c>error_user_msg</c>.</summary>
    public string? UserMessage { get; init; }

    /// <summary>Gets <c>is_transient</c>. It does not mean that a retry is safe; see <see cref="Class"/>.</summary>
    public bool? IsTransient { get; init; }

    /// <summary>Gets <c>fbtrace_id</c>, which Meta's support asks for.</summary>
    public string? TraceId { get; init; }

    /// <summary>Gets <c>href</c>: Meta's page about the error; webhooks only.</summary>
    public string? Href { get; init; }

    /// <summary>Gets the HTTP status code of the response; <see langword="null"/> in a webhook.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>
    /// Gets what the error means for the caller: by its code if known, else by <see cref="IsTransient"/>, else by <see cref="HttpStatus"/>.
    /// </summary>
    public GraphErrorClass Class => GraphErrorClassifier.Classify(this);

    /// <summary>
    /// Gets what a person can do about the error, in English: by its code where there is something to say, else by its class.
    /// </summary>
    /// <remarks>For logs and dashboards; the text may change with any version. All of them: <c>docs/errors.md</c>.</remarks>
    public string Advice => GraphErrorAdvice.For(this);

    /// <summary>Gets the sentence that says what was wrong: that for apps, or else that for people; null when there is none.</summary>
    internal string? Specific => FirstOf(Details, UserMessage);

    /// <summary>Gets the sentence of the code, such as "Invalid parameter"; null when there is none.</summary>
    internal string? General => FirstOf(Message, Title);

    /// <summary>
    /// Returns the code and the most specific sentence: <c>(#131009) Products not found in FB Catalog</c>. The text may quote a customer.
    /// It is truncated to 300 characters, and possible phone numbers are masked.
    /// </summary>
    public override string ToString()
    {
        string sentence = LogText.Quote(Specific ?? General ?? "no message");
        return Code is int code ? FormattableString.Invariant($"(#{code}) {sentence}") : sentence;
    }

    private static string? FirstOf(string? first, string? second) => !string.IsNullOrWhiteSpace(first) ? first
        : !string.IsNullOrWhiteSpace(second) ? second
        : null;
}
