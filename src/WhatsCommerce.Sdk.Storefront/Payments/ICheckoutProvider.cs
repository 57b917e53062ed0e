namespace WhatsCommerce.Storefronts;

/// <summary>Somebody who takes the money: Stripe, PayPal, the shop's own page, the courier.</summary>
/// <remarks>
/// <para>A provider holds no state of the shop: it translates. <see cref="ProviderRefusedException"/> says that a call was refused and
/// nothing came of it; any other exception says that the outcome is unknown, and the attempt is read back before anything else is done. It
/// never repeats a call by itself with another key.</para>
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

    /// <summary>Determines whether the provider takes a quote: its currency, its amount, its number of lines.</summary>
    /// <param name="quote">The quote.</param>
    bool Accepts(Quote quote);

    /// <summary>Offers an attempt to the customer.</summary>
    /// <param name="request">The attempt, its key and its order. The same key gives the same attempt again.</param>
    /// <param name="cancellationToken">Canceled when the app stops or the call takes too long.</param>
    /// <returns>The attempt as the provider has it now.</returns>
    Task<ProviderPayment> CreateAsync(ProviderRequest request, CancellationToken cancellationToken);

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
