namespace WhatsCommerce.Storefronts;

/// <summary>The shop's payment service provider in Brazil: WhatsApp shows its codes, but does not process payments.</summary>
/// <remarks>
/// The rules are those of <see cref="ICheckoutProvider"/>: <see cref="ProviderRefusedException"/> says that nothing came of a call, any
/// other exception that the outcome is unknown. Tell of payments by <see cref="StorefrontCheckout.SettleAsync"/> from the webhook of your
/// provider; the sweep finds those of which no webhook came.
/// Source: Meta, payments/payments-br/overview.
/// </remarks>
public interface IPixSource
{
    /// <summary>Makes what the customer pays with. The id of the attempt is the idempotency key: the same attempt gives the same.</summary>
    /// <param name="attempt">The attempt; its id is the reference of the order in the chat.</param>
    /// <param name="order">The order with its frozen quote.</param>
    /// <param name="cancellationToken">Canceled when the app stops or the call takes too long.</param>
    /// <returns>The ways to pay.</returns>
    Task<PixOffer> CreateAsync(PaymentAttempt attempt, Order order, CancellationToken cancellationToken);

    /// <summary>Reads an attempt back from the payment service provider.</summary>
    /// <param name="attempt">The attempt.</param>
    /// <param name="cancellationToken">Canceled when the app stops or the call takes too long.</param>
    /// <returns>The attempt as the payment service provider has it now, with the attempt's id as its reference.</returns>
    Task<ProviderPayment> ReadAsync(PaymentAttempt attempt, CancellationToken cancellationToken);

    /// <summary>Takes an offer back, so that it can no longer be paid.</summary>
    /// <param name="attempt">The attempt.</param>
    /// <param name="cancellationToken">Canceled when the app stops or the call takes too long.</param>
    /// <returns>The attempt after that: paid when the customer was faster.</returns>
    Task<ProviderPayment> CancelAsync(PaymentAttempt attempt, CancellationToken cancellationToken);

    /// <summary>Gives money back. The id of the refund is the idempotency key.</summary>
    /// <param name="refund">The refund.</param>
    /// <param name="attempt">The attempt whose money it is.</param>
    /// <param name="cancellationToken">Canceled when the app stops or the call takes too long.</param>
    /// <returns>The refund as the payment service provider has it now.</returns>
    Task<ProviderRefund> RefundAsync(Refund refund, PaymentAttempt attempt, CancellationToken cancellationToken);

    /// <summary>Reads a refund back.</summary>
    /// <param name="refund">The refund.</param>
    /// <param name="attempt">The attempt whose money it is.</param>
    /// <param name="cancellationToken">Canceled when the app stops or the call takes too long.</param>
    /// <returns>The refund as the payment service provider has it now.</returns>
    Task<ProviderRefund> ReadRefundAsync(Refund refund, PaymentAttempt attempt, CancellationToken cancellationToken);
}
