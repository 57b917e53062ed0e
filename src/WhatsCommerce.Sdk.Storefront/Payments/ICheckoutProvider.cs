namespace WhatsCommerce.Storefronts;

/// <summary>A payment provider: Stripe, PayPal, the shop's own page, payment on delivery.</summary>
/// <remarks>
/// <para>A provider keeps no state of the shop. <see cref="ProviderRefusedException"/> means that a call was rejected without effect; any
/// other exception means that the outcome is unknown, and the attempt is read back before anything else is done. It never repeats a call on
/// its own with another key.</para>
/// </remarks>
public interface ICheckoutProvider
{
    /// <summary>Gets the name, such as <c>stripe</c>: letters, digits and <c>-</c>, stored with attempts; keep it.</summary>
    string Name { get; }

    /// <summary>Gets what customers read on the button, at most 20 characters, by language; English when the language is missing.</summary>
    /// <param name="language">The language of the customer, such as <c>en</c>.</param>
    string TitleFor(string language);

    /// <summary>
    /// Gets a value indicating whether the order is placed when the customer chooses it, and the money comes later by
    /// <see cref="StorefrontOrders.MarkPaidAsync(OrderId, string, string, CancellationToken)"/>. Such a way is never chosen for a customer.
    /// </summary>
    bool IsPaidLater => false;

    /// <summary>
    /// Gets a value indicating whether <see cref="ReadAsync"/> tells what became of a payment afterwards: refunds made in the provider's
    /// dashboard, and disputes. Then paid attempts are read back too, for 180 days and ever more seldom.
    /// </summary>
    bool TellsOfReversals => false;

    /// <summary>Determines whether the provider takes a quote: its currency, its amount, its number of lines.</summary>
    /// <param name="quote">The quote.</param>
    bool Accepts(Quote quote);

    /// <summary>Offers an attempt to the customer.</summary>
    /// <param name="request">The attempt, its key and its order. The same key gives the same attempt again.</param>
    /// <param name="cancellationToken">Canceled when the app stops or the call takes too long.</param>
    /// <returns>The attempt as the provider has it now.</returns>
    Task<ProviderPayment> CreateAsync(ProviderRequest request, CancellationToken cancellationToken);

    /// <summary>Returns the message by which the customer pays, where that is no page of the provider's but WhatsApp itself.</summary>
    /// <param name="attempt">The attempt.</param>
    /// <param name="order">The order with its frozen quote.</param>
    /// <param name="cancellationToken">Canceled when the app stops.</param>
    /// <returns>
    /// The message, the same on every call; <see langword="null"/> when the customer is sent a link to
    /// <see cref="PaymentAttempt.Url"/>.
    /// </returns>
    Task<OutboundMessage?> CreateMessageAsync(PaymentAttempt attempt, Order order, CancellationToken cancellationToken) =>
        Task.FromResult<OutboundMessage?>(null);

    /// <summary>
    /// Takes the money of an attempt that the customer agreed to (<see cref="ProviderPayment.IsCapturable"/>). Called only after the
    /// attempt was stored as pending, which no other step of the shop takes back. The id of the attempt is the idempotency key.
    /// </summary>
    /// <param name="attempt">The attempt.</param>
    /// <param name="cancellationToken">Canceled when the app stops or the call takes too long.</param>
    /// <returns>The attempt as the provider has it now.</returns>
    Task<ProviderPayment> CaptureAsync(PaymentAttempt attempt, CancellationToken cancellationToken) =>
        ReadAsync(attempt, cancellationToken);

    /// <summary>Reads an attempt back.</summary>
    /// <param name="attempt">The attempt, by <see cref="PaymentAttempt.ProviderReference"/> when it is known, else by its id.</param>
    /// <param name="cancellationToken">Canceled when the app stops or the call takes too long.</param>
    /// <returns>The attempt as the provider has it now.</returns>
    Task<ProviderPayment> ReadAsync(PaymentAttempt attempt, CancellationToken cancellationToken);

    /// <summary>Takes an offer back, so that it can no longer be paid.</summary>
    /// <param name="attempt">The attempt.</param>
    /// <param name="cancellationToken">Canceled when the app stops or the call takes too long.</param>
    /// <returns>
    /// The attempt as the provider has it after that: <see cref="ProviderPaymentState.Paid"/> when the customer was faster.
    /// </returns>
    Task<ProviderPayment> CancelAsync(PaymentAttempt attempt, CancellationToken cancellationToken);

    /// <summary>Gives money back. The id of the refund is the idempotency key of every call for it.</summary>
    /// <param name="refund">The refund.</param>
    /// <param name="attempt">The attempt whose money it is.</param>
    /// <param name="cancellationToken">Canceled when the app stops or the call takes too long.</param>
    /// <returns>The refund as the provider has it now.</returns>
    Task<ProviderRefund> RefundAsync(Refund refund, PaymentAttempt attempt, CancellationToken cancellationToken);

    /// <summary>Reads a refund back.</summary>
    /// <param name="refund">The refund.</param>
    /// <param name="attempt">The attempt whose money it is.</param>
    /// <param name="cancellationToken">Canceled when the app stops or the call takes too long.</param>
    /// <returns>The refund as the provider has it now.</returns>
    Task<ProviderRefund> ReadRefundAsync(Refund refund, PaymentAttempt attempt, CancellationToken cancellationToken);
}
