namespace WhatsCommerce.Storefronts;

/// <summary>A payment provider: Stripe, PayPal, the shop's own page, payment on delivery.</summary>
/// <remarks>
/// <para>A provider must be stateless. <see cref="ProviderRefusedException"/> means that a call was rejected without effect; any
/// other exception means that the outcome is unknown, and the attempt is read back before anything else is done. A provider must never
/// retry a call with a different idempotency key.</para>
/// </remarks>
public interface ICheckoutProvider
{
    /// <summary>
    /// Gets the name, such as <c>stripe</c>: letters, digits and <c>-</c>. Do not change it later, because it is stored with attempts.
    /// </summary>
    string Name { get; }

    /// <summary>Returns the label of the button, at most 20 characters, in a language; in English when there is no translation.</summary>
    /// <param name="language">The language of the customer, such as <c>en</c>.</param>
    string TitleFor(string language);

    /// <summary>
    /// Gets a value indicating whether the order is placed as soon as the customer chooses the provider, and is paid later with
    /// <see cref="StorefrontOrders.MarkPaidAsync(OrderId, string, string, CancellationToken)"/>. Such a provider is never chosen
    /// automatically.
    /// </summary>
    bool IsPaidLater => false;

    /// <summary>
    /// Gets a value indicating whether <see cref="ReadAsync"/> reports refunds made in the provider's dashboard, and disputes. If so, paid
    /// attempts are read back too, for 180 days at increasing intervals.
    /// </summary>
    bool TellsOfReversals => false;

    /// <summary>Determines whether the provider accepts the currency, the amount and the number of lines of a quote.</summary>
    /// <param name="quote">The quote.</param>
    bool Accepts(Quote quote);

    /// <summary>Offers an attempt to the customer.</summary>
    /// <param name="request">The attempt, its idempotency key and its order. The same key must return the same attempt.</param>
    /// <param name="cancellationToken">Canceled when the app stops or the call takes too long.</param>
    /// <returns>The attempt as the provider has it now.</returns>
    Task<ProviderPayment> CreateAsync(ProviderRequest request, CancellationToken cancellationToken);

    /// <summary>Returns the message with which the customer pays within WhatsApp, for providers without a payment page.</summary>
    /// <param name="attempt">The attempt.</param>
    /// <param name="order">The order with its frozen quote.</param>
    /// <param name="cancellationToken">Canceled when the app stops.</param>
    /// <returns>
    /// The message, the same on every call; <see langword="null"/> when the customer pays at
    /// <see cref="PaymentAttempt.Url"/>.
    /// </returns>
    Task<OutboundMessage?> CreateMessageAsync(PaymentAttempt attempt, Order order, CancellationToken cancellationToken) =>
        Task.FromResult<OutboundMessage?>(null);

    /// <summary>
    /// Captures a payment that the customer approved (<see cref="ProviderPayment.IsCapturable"/>). Called only after the attempt was stored
    /// as pending, so that it is not canceled concurrently. The id of the attempt is the idempotency key.
    /// </summary>
    /// <param name="attempt">The attempt.</param>
    /// <param name="cancellationToken">Canceled when the app stops or the call takes too long.</param>
    /// <returns>The attempt as the provider has it now.</returns>
    Task<ProviderPayment> CaptureAsync(PaymentAttempt attempt, CancellationToken cancellationToken) =>
        ReadAsync(attempt, cancellationToken);

    /// <summary>Reads the current state of an attempt from the provider.</summary>
    /// <param name="attempt">
    /// The attempt; look it up by <see cref="PaymentAttempt.ProviderReference"/> if it is set, otherwise by its id.
    /// </param>
    /// <param name="cancellationToken">Canceled when the app stops or the call takes too long.</param>
    /// <returns>The attempt as the provider has it now.</returns>
    Task<ProviderPayment> ReadAsync(PaymentAttempt attempt, CancellationToken cancellationToken);

    /// <summary>Cancels an offer, so that it can no longer be paid.</summary>
    /// <param name="attempt">The attempt.</param>
    /// <param name="cancellationToken">Canceled when the app stops or the call takes too long.</param>
    /// <returns>
    /// The attempt as the provider has it afterwards: <see cref="ProviderPaymentState.Paid"/> when the customer paid first.
    /// </returns>
    Task<ProviderPayment> CancelAsync(PaymentAttempt attempt, CancellationToken cancellationToken);

    /// <summary>Refunds a payment. The id of the refund is the idempotency key of every call for it.</summary>
    /// <param name="refund">The refund.</param>
    /// <param name="attempt">The attempt to refund.</param>
    /// <param name="cancellationToken">Canceled when the app stops or the call takes too long.</param>
    /// <returns>The refund as the provider has it now.</returns>
    Task<ProviderRefund> RefundAsync(Refund refund, PaymentAttempt attempt, CancellationToken cancellationToken);

    /// <summary>Reads the current state of a refund from the provider.</summary>
    /// <param name="refund">The refund.</param>
    /// <param name="attempt">The attempt to refund.</param>
    /// <param name="cancellationToken">Canceled when the app stops or the call takes too long.</param>
    /// <returns>The refund as the provider has it now.</returns>
    Task<ProviderRefund> ReadRefundAsync(Refund refund, PaymentAttempt attempt, CancellationToken cancellationToken);
}
