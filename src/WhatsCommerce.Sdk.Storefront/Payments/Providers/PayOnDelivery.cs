namespace WhatsCommerce.Storefronts;

/// <summary>The customer pays when the goods are handed over: the order is placed at once, and marked as paid by the shop.</summary>
/// <remarks>Nothing is asked of anybody, so every answer follows from the attempt itself.</remarks>
internal sealed class PayOnDelivery(PayOnDeliveryOptions options) : ICheckoutProvider
{
    private static readonly Dictionary<string, string> OwnTitles = new(StringComparer.OrdinalIgnoreCase)
    {
        ["es"] = "Pago contra entrega",
        ["pt"] = "Pagar na entrega",
        ["hi"] = "डिलीवरी पर भुगतान",
        ["id"] = "Bayar di tempat",
        ["ar"] = "الدفع عند الاستلام",
    };

    public string Name => "on-delivery";

    public bool IsPaidLater => true;

    public string TitleFor(string language) => TextLanguage.Find(options.Titles, language)
        ?? (options.Title == PayOnDeliveryOptions.EnglishTitle ? TextLanguage.Find(OwnTitles, language) : null)
        ?? options.Title;

    public bool Accepts(Quote quote) => options.Currencies.Count == 0 || options.Currencies.Any(code => quote.Currency == code);

    public Task<ProviderPayment> CreateAsync(ProviderRequest request, CancellationToken cancellationToken) => Agreed();

    public Task<ProviderPayment> ReadAsync(PaymentAttempt attempt, CancellationToken cancellationToken) => Agreed();

    public Task<ProviderPayment> CancelAsync(PaymentAttempt attempt, CancellationToken cancellationToken) =>
        Task.FromResult(new ProviderPayment { State = ProviderPaymentState.Cancelled });

    public Task<ProviderRefund> RefundAsync(Refund refund, PaymentAttempt attempt, CancellationToken cancellationToken) =>
        Task.FromResult(new ProviderRefund { State = RefundState.Done });

    public Task<ProviderRefund> ReadRefundAsync(Refund refund, PaymentAttempt attempt, CancellationToken cancellationToken) =>
        Task.FromResult(new ProviderRefund { State = RefundState.Done });

    private static Task<ProviderPayment> Agreed() =>
        Task.FromResult(new ProviderPayment { State = ProviderPaymentState.PaidLater });
}
