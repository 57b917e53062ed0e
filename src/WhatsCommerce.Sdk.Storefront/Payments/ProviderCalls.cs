namespace WhatsCommerce.Storefronts;

/// <summary>Calls providers with a deadline, and tells three ends apart: an answer, a refusal, and no answer.</summary>
internal sealed class ProviderCalls(ShopServices shop, CheckoutProviders providers)
{
    public CheckoutProviders Providers => providers;

    public ICheckoutProvider Get(string name) => providers.Get(name);

    /// <summary>The answer; <see langword="null"/> when there was none, so that the outcome is unknown.</summary>
    /// <exception cref="ProviderRefusedException">The provider refused.</exception>
    public async Task<ProviderPayment?> TryAsync(
        PaymentAttempt attempt,
        string call,
        Func<ICheckoutProvider, CancellationToken, Task<ProviderPayment>> run,
        CancellationToken cancellationToken)
    {
        using CancellationTokenSource deadline = new(shop.Options.ProviderTimeout, shop.Time);
        using CancellationTokenSource both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            return await run(Get(attempt.Provider), both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (ProviderRefusedException exception)
        {
            StorefrontLog.ProviderRefused(shop.Logger, exception, attempt.Provider, call, attempt.Id, attempt.OrderId);
            throw;
        }
#pragma warning disable CA1031 // Whatever else a provider throws leaves the outcome open.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            StorefrontLog.ProviderUnknown(shop.Logger, exception, attempt.Provider, call, attempt.Id, attempt.OrderId);
            return null;
        }
    }
}
