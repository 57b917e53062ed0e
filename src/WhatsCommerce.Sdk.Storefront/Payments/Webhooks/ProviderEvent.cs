namespace WhatsCommerce.Storefronts;

/// <summary>A webhook of a provider that was applied: stored with its effect, so that a redelivery has no effect.</summary>
public sealed record ProviderEvent
{
    /// <summary>Gets the name of the provider.</summary>
    public required string Provider { get; init; }

    /// <summary>Gets the provider's id of the event.</summary>
    public required string Id { get; init; }

    /// <summary>Gets when it was applied; stores may forget it 30 days later, by when no provider repeats anything.</summary>
    public required DateTimeOffset At { get; init; }
}
