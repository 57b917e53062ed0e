namespace WhatsCommerce.Webhooks;

/// <summary>A handler that has been running for so long that it may hang.</summary>
public sealed record LongRun
{
    internal LongRun(WebhookContext context, TimeSpan elapsed)
    {
        EndpointName = context.EndpointName;
        HandlerName = context.HandlerName;
        Attempt = context.Attempt;
        Elapsed = elapsed;
    }

    /// <summary>Gets the name of the endpoint; empty for the endpoint without a name.</summary>
    public string EndpointName { get; }

    /// <summary>Gets the name of the handler.</summary>
    public string HandlerName { get; }

    /// <summary>Gets the number of the attempt, starting at 1.</summary>
    public int Attempt { get; }

    /// <summary>Gets the time for which it has been running.</summary>
    public TimeSpan Elapsed { get; }
}
