namespace WhatsCommerce.Storefronts;

/// <summary>Stores that a message of the storefront could not be delivered; the webhook does nothing else.</summary>
internal sealed class FailureIntake(ShopServices shop)
{
    /// <summary>Whether a status reports a failure for which a fallback message is sent.</summary>
    public static bool Concerns(StatusEvent status) =>
        status.Status == MessageStatus.Failed && CodeOf(status) != 0 && FollowUp.Read(status.CallbackData) is not null;

    public async Task ReceiveAsync(StatusEvent status, WebhookContext context, CancellationToken cancellationToken)
    {
        MessageFailed failed = new()
        {
            // The id is derived from the message, not the status, because a message may fail on several devices.
            Id = SendKey.HashOf("failed", status.MessageId.Value),
            ShopId = shop.ShopId,
            Customer = context.CustomerKey,
            PhoneNumberId = status.PhoneNumberId,
            At = shop.Now,
            CallbackData = status.CallbackData!,
            Code = CodeOf(status),
        };
        await shop.CommitAsync(new StorefrontStep { ShopId = shop.ShopId, Webhook = context }, [failed], cancellationToken)
            .ConfigureAwait(false);
    }

    private static int CodeOf(StatusEvent status) => status.Errors.Select(error => error.Code ?? 0).FirstOrDefault(FollowUpAnswers.Helps);
}
