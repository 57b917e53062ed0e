namespace WhatsCommerce.Storefronts;

/// <summary>Connects the shop's payment service provider in Brazil: WhatsApp shows its codes, but does not process payments.</summary>
/// <remarks>
/// The rules of <see cref="ICheckoutProvider"/> apply: <see cref="ProviderRefusedException"/> means that a call had no effect, any other
/// exception that the outcome is unknown. Call <see cref="StorefrontCheckout.SettleAsync"/> from the webhook of your provider; the sweep
/// finds payments whose webhook was lost. Source: Meta, payments/payments-br/overview.
/// </remarks>
public interface IPixSource
{
    /// <summary>Creates the ways to pay an attempt. Idempotent: the id of the attempt is the idempotency key.</summary>
    /// <param name="attempt">The attempt; its id is the reference of the order in the chat.</param>
    /// <param name="order">The order with its frozen quote.</param>
    /// <param name="cancellationToken">Canceled when the app stops or the call takes too long.</param>
    /// <returns>The ways to pay.</returns>
    Task<PixOffer> CreateAsync(PaymentAttempt attempt, Order order, CancellationToken cancellationToken);

    /// <summary>Reads the current state of an attempt from the payment service provider.</summary>
    /// <param name="attempt">The attempt.</param>
    /// <param name="cancellationToken">Canceled when the app stops or the call takes too long.</param>
    /// <returns>The attempt as the payment service provider has it now, with the attempt's id as its reference.</returns>
    Task<ProviderPayment> ReadAsync(PaymentAttempt attempt, CancellationToken cancellationToken);

    /// <summary>Cancels an offer, so that it can no longer be paid.</summary>
    /// <param name="attempt">The attempt.</param>
    /// <param name="cancellationToken">Canceled when the app stops or the call takes too long.</param>
    /// <returns>The attempt afterwards: paid when the customer paid first.</returns>
    Task<ProviderPayment> CancelAsync(PaymentAttempt attempt, CancellationToken cancellationToken);

    /// <summary>Refunds a payment. The id of the refund is the idempotency key.</summary>
    /// <param name="refund">The refund.</param>
    /// <param name="attempt">The attempt to refund.</param>
    /// <param name="cancellationToken">Canceled when the app stops or the call takes too long.</param>
    /// <returns>The refund as the payment service provider has it now.</returns>
    Task<ProviderRefund> RefundAsync(Refund refund, PaymentAttempt attempt, CancellationToken cancellationToken);

    /// <summary>Reads the current state of a refund from the payment service provider.</summary>
    /// <param name="refund">The refund.</param>
    /// <param name="attempt">The attempt to refund.</param>
    /// <param name="cancellationToken">Canceled when the app stops or the call takes too long.</param>
    /// <returns>The refund as the payment service provider has it now.</returns>
    Task<ProviderRefund> ReadRefundAsync(Refund refund, PaymentAttempt attempt, CancellationToken cancellationToken);
}
