using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.AspNetCore.Tests;

/// <summary>Another way to pay, with a title of the test's choice; its page is at <c>https://titled.example</c>.</summary>
internal sealed class TitledProvider(string title) : ICheckoutProvider
{
    public string Name => "titled";

    /// <summary>What reading waits for.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    public Func<PaymentAttempt, ProviderPayment> Says { get; set; } =
        attempt => new ProviderPayment { State = ProviderPaymentState.Open, Url = "https://titled.example/" + attempt.Id };

    public string TitleFor(string language) => title;

    public bool Accepts(Quote quote) => true;

    /// <summary>The attempts that were offered.</summary>
    public List<PaymentAttempt> Offered { get; } = [];

    public Task<ProviderPayment> CreateAsync(ProviderRequest request, CancellationToken cancellationToken)
    {
        Offered.Add(request.Attempt);
        return Task.FromResult(Says(request.Attempt));
    }

    public async Task<ProviderPayment> ReadAsync(PaymentAttempt attempt, CancellationToken cancellationToken)
    {
        await Gate.WaitAsync(cancellationToken);
        return Says(attempt);
    }

    public Task<ProviderPayment> CancelAsync(PaymentAttempt attempt, CancellationToken cancellationToken) =>
        Task.FromResult(new ProviderPayment { State = ProviderPaymentState.Cancelled });

    public Task<ProviderRefund> RefundAsync(Refund refund, PaymentAttempt attempt, CancellationToken cancellationToken) =>
        Task.FromResult(new ProviderRefund { State = RefundState.Done });

    public Task<ProviderRefund> ReadRefundAsync(Refund refund, PaymentAttempt attempt, CancellationToken cancellationToken) =>
        Task.FromResult(new ProviderRefund { State = RefundState.Done });
}
