namespace WhatsCommerce.Storefronts;

/// <summary>
/// The provider for the shop's own page, which collects the money. Its reports are authoritative and stored in the attempt.
/// </summary>
internal sealed class ExternalProvider(ExternalCheckoutOptions options) : ICheckoutProvider
{
    public const string ProviderName = "external";

    public string Name => ProviderName;

    public string TitleFor(string language) => options.Title;

    public bool Accepts(Quote quote) => true;

    public Task<ProviderPayment> CreateAsync(ProviderRequest request, CancellationToken cancellationToken) =>
        ReadAsync(request.Attempt, cancellationToken);

    public Task<ProviderPayment> ReadAsync(PaymentAttempt attempt, CancellationToken cancellationToken) =>
        Task.FromResult(attempt.Report ?? new ProviderPayment { State = ProviderPaymentState.Open, Url = LinkTo(attempt.Id) });

    public Task<ProviderPayment> CancelAsync(PaymentAttempt attempt, CancellationToken cancellationToken) =>
        Task.FromResult(attempt.Report ?? new ProviderPayment { State = ProviderPaymentState.Cancelled });

    public async Task<ProviderRefund> RefundAsync(Refund refund, PaymentAttempt attempt, CancellationToken cancellationToken)
    {
        if (options.Refund is null)
        {
            throw new ProviderRefusedException("ExternalCheckoutOptions.Refund is not set: refund the payment in the shop's own system.");
        }

        bool isDone = await options.Refund(refund, cancellationToken).ConfigureAwait(false);
        return new ProviderRefund { State = isDone ? RefundState.Done : RefundState.Failed };
    }

    // The shop's own refund is idempotent by the refund's id, so calling it again reads the refund back.
    public Task<ProviderRefund> ReadRefundAsync(Refund refund, PaymentAttempt attempt, CancellationToken cancellationToken) =>
        RefundAsync(refund, attempt, cancellationToken);

    private string LinkTo(AttemptId attempt)
    {
        string url = options.Url!;
        char joint = url.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        return $"{url}{joint}attempt={attempt}&signature={ExternalSignature.OfLink(options.Secret!, attempt)}";
    }
}
