namespace WhatsCommerce.Storefronts;

/// <summary>A webhook of a provider that was applied: stored with its effect, so that a redelivery has no effect.</summary>
/// <param name="Provider">The name of the provider.</param>
/// <param name="Id">The provider's id of the event.</param>
/// <param name="At">When it was applied; stores may forget it 30 days later, by when no provider repeats anything.</param>
public sealed record ProviderEvent(string Provider, string Id, DateTimeOffset At);
