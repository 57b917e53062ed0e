namespace WhatsCommerce.Webhooks;

/// <summary>
/// A handler wanted to complete its claim in its transaction, but the claim is another's: it took longer than its lease, and the event was
/// given to somebody else meanwhile. Let it pass, so that the transaction is rolled back.
/// </summary>
public sealed class WebhookClaimLostException : WhatsCommerceException
{
    internal WebhookClaimLostException(WebhookClaim claim)
        : base(FormattableString.Invariant(
            $"Handler \"{claim.Key.Handler}\", attempt {claim.Attempt}: the claim to this event is lost, since its lease ended and another run took the event. Roll the transaction back; the other run does the work."))
    {
    }
}
