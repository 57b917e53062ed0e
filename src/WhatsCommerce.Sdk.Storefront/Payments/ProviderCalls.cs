namespace WhatsCommerce.Storefronts;

/// <summary>Calls providers with a timeout, and distinguishes three outcomes: a response, a rejection, and no response.</summary>
internal sealed class ProviderCalls(ShopServices shop, CheckoutProviders providers)
{
    public CheckoutProviders Providers => providers;

    public ICheckoutProvider Get(string name) => providers.Get(name);

    /// <summary>The response; <see langword="null"/> when there was none, so that the outcome is unknown.</summary>
    /// <exception cref="ProviderRefusedException">The provider rejected the call.</exception>
    public async Task<ProviderPayment?> TryAsync(
        PaymentAttempt attempt,
        string call,
        Func<ICheckoutProvider, CancellationToken, Task<ProviderPayment>> run,
        CancellationToken cancellationToken)
    {
        try
        {
            return await RunAsync(
                attempt,
                run,
                exception => StorefrontLog.ProviderUnknown(shop.Logger, exception, attempt.Provider, call, attempt.Id, attempt.OrderId),
                cancellationToken).ConfigureAwait(false);
        }
        catch (ProviderRefusedException exception)
        {
            StorefrontLog.ProviderRefused(shop.Logger, exception, attempt.Provider, call, attempt.Id, attempt.OrderId);
            throw;
        }
    }

    /// <summary>The response to a call about an attempt; <see langword="null"/> when there was none, which is reported first.</summary>
    /// <exception cref="ProviderRefusedException">The provider rejected the call.</exception>
    public async Task<T?> RunAsync<T>(
        PaymentAttempt attempt,
        Func<ICheckoutProvider, CancellationToken, Task<T>> run,
        Action<Exception> reportUnknown,
        CancellationToken cancellationToken)
        where T : class
    {
        using CancellationTokenSource deadline = new(shop.Options.ProviderTimeout, shop.Time);
        using CancellationTokenSource both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            return await run(Get(attempt.Provider), both.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not ProviderRefusedException
            && !(exception is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            // Any other exception of a provider means that the outcome is unknown.
            reportUnknown(exception);
            return null;
        }
    }
}
