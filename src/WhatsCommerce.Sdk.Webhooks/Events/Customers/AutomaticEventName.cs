namespace WhatsCommerce.Webhooks;

/// <summary>Represents what Meta detected in a conversation (<c>event_name</c>); unlisted values are kept.</summary>
/// <remarks>Source: Meta, webhooks/reference/automatic_events.</remarks>
[OpenWord]
public readonly partial record struct AutomaticEventName
{
    /// <summary>A customer gave contact details.</summary>
    [Word("LeadSubmitted")]
    public static partial AutomaticEventName LeadSubmitted { get; }

    /// <summary>A customer bought.</summary>
    [Word("Purchase")]
    public static partial AutomaticEventName Purchase { get; }
}
