namespace WhatsCommerce.Storefronts;

/// <summary>Receives the webhooks of one provider. Register it together with its <see cref="ICheckoutProvider"/>.</summary>
/// <remarks>
/// A webhook is a hint. It is verified over its raw bytes, its id is stored so that a redelivery has no effect, and what it reports is read
/// back from the provider by <see cref="StorefrontCheckout.SettleAsync"/>; no state is taken from its body.
/// </remarks>
public interface IProviderWebhooks
{
    /// <summary>Gets the name of the provider, <see cref="ICheckoutProvider.Name"/>; the last part of the route.</summary>
    string Provider { get; }

    /// <summary>Verifies a webhook, and reads the attempt that it names back from the provider.</summary>
    /// <param name="webhook">Headers and raw body.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>How to respond to the provider.</returns>
    Task<ProviderWebhookResult> ReceiveAsync(ProviderWebhook webhook, CancellationToken cancellationToken = default);
}
