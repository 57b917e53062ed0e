using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Benchmarks.Shops;

/// <summary>A provider that answers at once: each offer is open, and read back it is paid.</summary>
internal sealed class InstantProvider : ICheckoutProvider
{
    public string Name => "instant";

    public string TitleFor(string language) => "Pay";

    public bool Accepts(Quote quote) => true;

    public Task<ProviderPayment> CreateAsync(ProviderRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(new ProviderPayment
        {
            State = ProviderPaymentState.Open,
            ProviderReference = $"ref-{request.IdempotencyKey}",
            Url = $"https://pay.example/{request.IdempotencyKey}",
        });

    public Task<ProviderPayment> ReadAsync(PaymentAttempt attempt, CancellationToken cancellationToken) =>
        Task.FromResult(new ProviderPayment
        {
            State = ProviderPaymentState.Paid,
            Amount = attempt.Amount,
            Reference = attempt.Id.Value,
            ProviderReference = attempt.ProviderReference,
        });

    public Task<ProviderPayment> CancelAsync(PaymentAttempt attempt, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<ProviderRefund> RefundAsync(Refund refund, PaymentAttempt attempt, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<ProviderRefund> ReadRefundAsync(Refund refund, PaymentAttempt attempt, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
