namespace WhatsCommerce.Storefronts;

/// <summary>
/// Receives the statuses of payments within WhatsApp. The webhook only makes the attempt due, and the sweep reads it back, so that the
/// response to the webhook does not wait for a call to Meta.
/// </summary>
internal sealed class PaymentIntake(ShopServices shop)
{
    public static bool Concerns(StatusEvent status) => status.Payment?.ReferenceId is { Length: > 0 };

    public async Task ReceiveAsync(StatusEvent status, CancellationToken cancellationToken)
    {
        for (int round = 0; round < Rounds.Most; round++)
        {
            PaymentAttempt? attempt = await shop.Store.FindAttemptAsync(shop.ShopId, status.Payment!.ReferenceId, cancellationToken)
                .ConfigureAwait(false);
            if (attempt is not { Provider: WhatsAppProvider.ProviderName })
            {
                return;
            }

            StorefrontStep step = new() { ShopId = shop.ShopId, Attempts = [attempt with { CheckAt = shop.Now }] };
            if (await shop.CommitAsync(step, [], cancellationToken).ConfigureAwait(false))
            {
                return;
            }
        }

        throw new StorefrontBusyException($"Attempt {status.Payment!.ReferenceId} was changed concurrently {Rounds.Most} times in a row.");
    }
}
