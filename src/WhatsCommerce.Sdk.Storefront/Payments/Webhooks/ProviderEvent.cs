namespace WhatsCommerce.Storefronts;

/// <summary>
/// Represents a webhook of a provider that was applied. It is stored in the same transaction as its effect, so that a redelivery has no
/// effect.
/// </summary>
/// <param name="Provider">The name of the provider.</param>
/// <param name="Id">The provider's id of the event.</param>
/// <param name="At">When it was applied; stores may delete it 30 days later, when no provider redelivers it.</param>
public sealed record ProviderEvent(string Provider, string Id, DateTimeOffset At);
