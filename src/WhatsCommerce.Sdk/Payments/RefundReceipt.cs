namespace WhatsCommerce.Payments;

/// <summary>What Meta answered to a refund.</summary>
/// <param name="Id">The refund's id.</param>
/// <param name="State"><see cref="PaymentState.Pending"/> as a rule; look the payment up to see how it ends.</param>
/// <param name="Speed"><c>speed_processed</c>, such as <c>normal</c>.</param>
public sealed record RefundReceipt(string Id, PaymentState State, string? Speed);
