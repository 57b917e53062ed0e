namespace WhatsCommerce.Storefronts;

/// <summary>
/// Takes the webhooks of one provider: a provider that sends any registers this beside its <see cref="ICheckoutProvider"/>.
/// </summary>
/// <remarks>
/// A webhook is a hint. It is verified over its raw bytes, its id is stored so that a repetition does nothing, and what it tells of is read
/// back from the provider by <see cref="StorefrontCheckout.SettleAsync"/>; no state is taken from its body.
/// </remarks>
public interface IProviderWebhooks
{
    /// <summary>Gets the name of the provider, <see cref="ICheckoutProvider.Name"/>; the last part of the route.</summary>
    string Provider { get; }

    /// <summary>Verifies a webhook and applies what it points at.</summary>
    /// <param name="webhook">Headers and raw body.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>What the provider is answered.</returns>
    Task<ProviderWebhookResult> ReceiveAsync(ProviderWebhook webhook, CancellationToken cancellationToken = default);
}
