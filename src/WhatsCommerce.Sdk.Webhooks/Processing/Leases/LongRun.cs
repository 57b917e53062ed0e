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

    /// <summary>The name of the endpoint; empty for the one without a name.</summary>
    public string EndpointName { get; }

    /// <summary>The name of the handler.</summary>
    public string HandlerName { get; }

    /// <summary>Which attempt it is, from 1 on.</summary>
    public int Attempt { get; }

    /// <summary>How long it has been running.</summary>
    public TimeSpan Elapsed { get; }
}
