using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests;

/// <summary>A provider whose next words a test sets.</summary>
internal sealed class ScriptedProvider : ICheckoutProvider
{
    public string Name => "scripted";

    public bool TellsOfReversals { get; set; }

    public Func<PaymentAttempt, ProviderPayment>? SaysOnCapture { get; set; }

    public List<string> Calls { get; } = [];

    public Func<PaymentAttempt, ProviderPayment> Says { get; set; } =
        attempt => new ProviderPayment { State = ProviderPaymentState.Open, Url = "https://pay.example/" + attempt.Id };

    public Func<PaymentAttempt, ProviderPayment>? SaysOnCancel { get; set; }

    public Func<Refund, ProviderRefund> SaysOfRefund { get; set; } = _ => new ProviderRefund { State = RefundState.Done };

    public static ProviderPayment Paid(PaymentAttempt attempt) =>
        new() { State = ProviderPaymentState.Paid, Amount = attempt.Amount, Reference = attempt.Id.Value };

    public string TitleFor(string language) => "Pay";

    public bool Accepts(Quote quote) => quote.Total.Amount > 0;

    public Task<ProviderPayment> CreateAsync(ProviderRequest request, CancellationToken cancellationToken)
    {
        Calls.Add("create " + request.IdempotencyKey);
        return Task.FromResult(Says(request.Attempt));
    }

    public Task<ProviderPayment> ReadAsync(PaymentAttempt attempt, CancellationToken cancellationToken)
    {
        Calls.Add("read " + attempt.Id);
        return Task.FromResult(Says(attempt));
    }

    public Task<ProviderPayment> CaptureAsync(PaymentAttempt attempt, CancellationToken cancellationToken)
    {
        Calls.Add("capture " + attempt.Id);
        return Task.FromResult(SaysOnCapture!(attempt));
    }

    public Task<ProviderPayment> CancelAsync(PaymentAttempt attempt, CancellationToken cancellationToken)
    {
        Calls.Add("cancel " + attempt.Id);
        return Task.FromResult(SaysOnCancel?.Invoke(attempt) ?? new ProviderPayment { State = ProviderPaymentState.Cancelled });
    }

    public Task<ProviderRefund> RefundAsync(Refund refund, PaymentAttempt attempt, CancellationToken cancellationToken)
    {
        Calls.Add("refund " + refund.Id);
        return Task.FromResult(SaysOfRefund(refund));
    }

    public Task<ProviderRefund> ReadRefundAsync(Refund refund, PaymentAttempt attempt, CancellationToken cancellationToken) =>
        Task.FromResult(SaysOfRefund(refund));
}
