namespace WhatsCommerce.Storefronts;

/// <summary>Applies a provider's webhook: the attempt that it names and its refunds are read back.</summary>
internal sealed class WebhookEffects(ShopServices shop, Attempts attempts, Refunds refunds)
{
    public async Task<ProviderWebhookResult> ApplyAsync(
        AttemptId id, string provider, string eventId, CancellationToken cancellationToken)
    {
        if (shop.Guards.Has(Guard.ProviderEventIsAppliedOnce)
            && await shop.Store.HasProviderEventAsync(shop.ShopId, provider, eventId, cancellationToken).ConfigureAwait(false))
        {
            return ProviderWebhookResult.Taken;
        }

        PaymentAttempt? attempt = await shop.Store.FindAttemptAsync(shop.ShopId, id, cancellationToken).ConfigureAwait(false);
        if (attempt is null || attempt.Provider != provider)
        {
            return ProviderWebhookResult.Ignored;
        }

        ProviderEvent cause = new() { Provider = provider, Id = eventId, At = shop.Now };
        (SettleResult settled, bool wasRead) = await attempts.SettleAsync(id, cause, cancellationToken).ConfigureAwait(false);
        if (!wasRead || settled.Outcome == SettleOutcome.Unknown)
        {
            return ProviderWebhookResult.TryLater;
        }

        foreach (Refund refund in await shop.Store.ListRefundsAsync(shop.ShopId, attempt.OrderId, cancellationToken).ConfigureAwait(false))
        {
            if (refund.AttemptId == id)
            {
                await refunds.SettleAsync(refund.Id, cancellationToken).ConfigureAwait(false);
            }
        }

        // The webhook changed no rows, so its id is stored separately; a concurrent delivery that stored it did the same.
        await shop.CommitAsync(new StorefrontStep { ShopId = shop.ShopId, ProviderEvents = [cause] }, [], cancellationToken)
            .ConfigureAwait(false);
        return ProviderWebhookResult.Taken;
    }
}
