namespace WhatsCommerce.Storefronts;

/// <summary>
/// Represents a webhook of a provider that was applied. It is stored in the same transaction as its effect, so that a redelivery has no
/// effect.
/// </summary>
public sealed record ProviderEvent
{
    /// <summary>Gets the name of the provider.</summary>
    public required string Provider { get; init; }

    /// <summary>Gets the provider's id of the event.</summary>
    public required string Id { get; init; }

    /// <summary>Gets when it was applied; stores may delete it 30 days later, when no provider redelivers it.</summary>
    public required DateTimeOffset At { get; init; }
}
