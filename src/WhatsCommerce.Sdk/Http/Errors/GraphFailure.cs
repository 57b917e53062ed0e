namespace WhatsCommerce;

/// <summary>The facts about a failed request.</summary>
internal sealed record GraphFailure
{
    public GraphError? Error { get; init; }
    public GraphErrorClass ErrorClass { get; init; }

    public GraphResponse? Response { get; init; }

    public TimeSpan? RetryAfter { get; init; }
    public bool IsRetrySafe { get; init; }
    public int Attempts { get; init; }
}
