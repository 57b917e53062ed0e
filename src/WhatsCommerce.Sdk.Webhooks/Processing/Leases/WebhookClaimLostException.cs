namespace WhatsCommerce.Webhooks;

/// <summary>
/// Thrown when a handler completes its claim in its transaction, but the claim belongs to another run: the handler took longer than its
/// lease, and another run claimed the event meanwhile. Do not catch it, so that the transaction is rolled back.
/// </summary>
public sealed class WebhookClaimLostException : WhatsCommerceException
{
    /// <summary>Initializes the exception. Thrown by stores that complete a claim in the handler's transaction.</summary>
    /// <param name="claim">The claim that is lost.</param>
    public WebhookClaimLostException(WebhookClaim claim)
        : base(
            FormattableString.Invariant($"Handler \"{claim.Key.Handler}\", attempt {claim.Attempt}: the claim to this event is lost, ")
            + "because its lease ended and another run took the event. Roll the transaction back; the other run does the work.") { }
}
