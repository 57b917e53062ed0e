namespace WhatsCommerce.Testing;

/// <summary>Orders to be paid and their payments.</summary>
internal sealed class PaymentState(EmulatedPayments payments)
{
    public IReadOnlyList<SavedPayment> Save() =>
    [
        .. payments.All.Select(payment => new SavedPayment(
            payment.Configuration,
            payment.ReferenceId,
            payment.Hundredths,
            payment.Currency,
            payment.Number,
            payment.Created,
            payment.Status,
            payment.Transaction,
            payment.OrderStatus,
            payment.Updated,
            [.. payment.Refunds.Select(refund => new SavedRefund(refund.Id, refund.Hundredths))])),
    ];

    public void Restore(IReadOnlyList<SavedPayment> saved) => payments.Restore(saved.Select(payment => new Payment(
        payment.Configuration, payment.ReferenceId, payment.Hundredths, payment.Currency, payment.Number, payment.Created)
    {
        Status = payment.Status,
        Transaction = payment.Transaction,
        OrderStatus = payment.OrderStatus,
        Updated = payment.Updated,
        Refunds = [.. payment.Refunds.Select(refund => (refund.Id, refund.Hundredths))],
    }));
}
