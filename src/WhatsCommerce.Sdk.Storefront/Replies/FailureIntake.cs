namespace WhatsCommerce.Storefronts;

/// <summary>Stores that a message of the storefront could not be delivered: all that the webhook does.</summary>
internal sealed class FailureIntake(ShopServices shop)
{
    /// <summary>Whether a status reports a failure that another message helps against.</summary>
    public static bool Concerns(StatusEvent status) =>
        status.Status == MessageStatus.Failed && CodeOf(status) != 0 && FollowUp.Read(status.CallbackData) is not null;

    public async Task ReceiveAsync(StatusEvent status, WebhookContext context, CancellationToken cancellationToken)
    {
        MessageFailed failed = new()
        {
            // Of a message, not of a status: it may fail on several devices.
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
