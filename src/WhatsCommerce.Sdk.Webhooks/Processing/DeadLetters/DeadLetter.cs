namespace WhatsCommerce.Webhooks;

/// <summary>An event that was given up and kept, with all that is needed to run it again.</summary>
public sealed partial record DeadLetter
{
    /// <summary>The same for the same event and handler, so that one that is appended twice is kept once. Letters and digits, at most 64.</summary>
    public required string Id { get; init; }

    /// <summary>When it was given up.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Why.</summary>
    public required DeadLetterReason Reason { get; init; }

    /// <summary>The name of the endpoint; empty for the one without a name.</summary>
    public required string EndpointName { get; init; }

    /// <summary>The handler that failed; <see langword="null"/> when the fault is the body's, whoever handles it.</summary>
    public string? HandlerName { get; init; }

    /// <summary>The event's part of the <see cref="WebhookKey"/>; <see langword="null"/> for a body that could not be read.</summary>
    [Sensitive]
    public string? EventKey { get; init; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; init; }

    /// <summary>What went wrong the last time.</summary>
    [Sensitive]
    public string? Error { get; init; }

    /// <summary>A delivery that holds this one event in its envelope, which gives the same event when it is parsed; or the unreadable body as it came.</summary>
    /// <remarks>A customer's text and number are in it: keep it as safe as orders.</remarks>
    public required ReadOnlyMemory<byte> Body { get; init; }
}
