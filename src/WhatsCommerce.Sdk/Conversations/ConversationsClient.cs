namespace WhatsCommerce.Conversations;

/// <summary>
/// Decides who answers a customer when several responders share one number (conversation routing): passes, releases and takes
/// conversations. Available as <see cref="WhatsCommerceClient.Conversations"/>.
/// </summary>
/// <remarks>
/// <para>Every conversation has one owner, who answers; Meta has no call that returns the owner, so store it when a <c>HandoverEvent</c>
/// arrives. Routing requires that the business has configured more than one responder and has accepted Meta's terms for it.</para>
/// <para>Calls are never retried when their outcome is unknown: in the meantime the conversation may have been passed on. Sources: Meta,
/// conversation-routing/overview; meta-business-agent/reference/operate/thread-control-cloud-api.</para>
/// </remarks>
public class ConversationsClient
{
    private static readonly GraphOperation Control =
        new("thread_control", ResponseReader.Of(ConversationsJson.Default.ThreadControlResponse))
        {
            IsSentOnce = true,
            IfUnknown = "Whether the conversation has another owner now is not known; the call was not repeated. Wait for the next webhook "
                + "of the conversation: a message means that it is yours, a standby or control_taken event that it is not.",
            IfRefused = " Only the owner of a conversation can pass or release it, and only the business's escalation partner can take it. "
                + "The business must have accepted Meta's terms for conversation routing.",
        };

    private readonly GraphTransport _transport = null!;

    internal ConversationsClient(GraphTransport transport) => _transport = transport;

    /// <summary>Initializes a test double that overrides the methods.</summary>
    protected ConversationsClient() { }

    /// <summary>
    /// Passes a conversation that you own to another responder, such as from a bot to human agents. The new owner receives a
    /// <c>HandoverEvent</c> with <c>control_passed</c>; do not reply to the customer after that.
    /// </summary>
    /// <param name="customer">The customer: a phone number or a business-scoped user id.</param>
    /// <param name="options">The target and a note; by default it goes to the business's escalation partner.</param>
    /// <param name="cancellationToken">Cancels the call. Once it is under way, its response is awaited for up to five seconds.</param>
    /// <exception cref="WhatsCommerceValidationException">The customer or the options violate a rule; nothing was sent.</exception>
    /// <exception cref="GraphException">Meta rejected the request, for instance because you do not own the conversation, or could not be
    /// reached.</exception>
    /// <exception cref="OutcomeUnknownException">The conversation may or may not have been passed.</exception>
    /// <exception cref="SendCanceledException">Canceled while under way: the conversation may or may not have been passed.</exception>
    public virtual Task PassAsync(Recipient customer, HandoverOptions? options = null, CancellationToken cancellationToken = default) =>
        CallAsync(new(ThreadControlRequest.Pass, customer, options), cancellationToken);

    /// <summary>
    /// Releases a conversation that you own. Nobody owns it then: Meta's routing decides who receives the customer's next message. No
    /// webhook reports it.
    /// </summary>
    /// <param name="customer">The customer: a phone number or a business-scoped user id.</param>
    /// <param name="cancellationToken">Cancels the call. Once it is under way, its response is awaited for up to five seconds.</param>
    /// <exception cref="WhatsCommerceValidationException">The customer is not one; nothing was sent.</exception>
    /// <exception cref="GraphException">Meta rejected the request, for instance because you do not own the conversation, or could not be
    /// reached.</exception>
    /// <exception cref="OutcomeUnknownException">The conversation may or may not have been released.</exception>
    /// <exception cref="SendCanceledException">Canceled while under way: the conversation may or may not have been released.</exception>
    public virtual Task ReleaseAsync(Recipient customer, CancellationToken cancellationToken = default) =>
        CallAsync(new(ThreadControlRequest.Release, customer, options: null), cancellationToken);

    /// <summary>
    /// Takes a conversation from its owner. Only the escalation partner that the business configured may do so; others get the error
    /// <see cref="GraphErrorCodes.ThreadTakeNotPermitted"/>. The previous owner receives a <c>HandoverEvent</c> with <c>control_taken</c>.
    /// </summary>
    /// <remarks>Sending the customer a message within the service window also takes the conversation.</remarks>
    /// <param name="customer">The customer: a phone number or a business-scoped user id.</param>
    /// <param name="options">A note for the previous owner; no <see cref="HandoverOptions.TargetRole"/>.</param>
    /// <param name="cancellationToken">Cancels the call. Once it is under way, its response is awaited for up to five seconds.</param>
    /// <exception cref="WhatsCommerceValidationException">The customer or the options violate a rule; nothing was sent.</exception>
    /// <exception cref="GraphException">Meta rejected the request, for instance because you are not the escalation partner, or could not be
    /// reached.</exception>
    /// <exception cref="OutcomeUnknownException">The conversation may or may not have been taken.</exception>
    /// <exception cref="SendCanceledException">Canceled while under way: the conversation may or may not have been taken.</exception>
    public virtual Task TakeAsync(Recipient customer, HandoverOptions? options = null, CancellationToken cancellationToken = default) =>
        CallAsync(new(ThreadControlRequest.Take, customer, options), cancellationToken);

    private async Task CallAsync(ThreadControlRequest request, CancellationToken cancellationToken)
    {
        byte[] body = request.ToJson();
        GraphAccount account = _transport.Account;
        GraphCall call = new()
        {
            Operation = Control,
            Account = account,
            Method = HttpMethod.Post,
            Path = $"{account.RequirePhoneNumberId()}/thread_control",
            Body = body,
            To = request.Customer,
        };
        await _transport.CallAsync<ThreadControlResponse>(call, cancellationToken).ConfigureAwait(false);
    }
}
