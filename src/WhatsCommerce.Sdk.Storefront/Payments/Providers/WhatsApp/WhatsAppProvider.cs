namespace WhatsCommerce.Storefronts;

/// <summary>
/// The provider for payments within WhatsApp: the offer is a message, and the currency determines the country's payment service.
/// </summary>
internal sealed class WhatsAppProvider(
    WhatsAppPaymentsOptions options, IndianGateway? india, IPixSource? brazil, TimeProvider time) : ICheckoutProvider
{
    public const string ProviderName = "whatsapp";

    private const string Rupees = "INR";
    private const string Reais = "BRL";

    public string Name => ProviderName;

    public bool TellsOfReversals => true;

    public string TitleFor(string language) => options.Title;

    public bool Accepts(Quote quote) => quote.Total.Amount > 0 && quote.Currency.Code switch
    {
        Rupees => india is not null && ProviderCurrencies.Rupees.Accepts(quote),
        Reais => brazil is not null,
        _ => false,
    };

    public async Task<ProviderPayment> CreateAsync(ProviderRequest request, CancellationToken cancellationToken)
    {
        if (IsIndian(request.Attempt))
        {
            // No call is necessary: the message that is sent next is the offer.
            return new ProviderPayment { State = ProviderPaymentState.Open };
        }

        await Brazil.CreateAsync(request.Attempt, request.Order, cancellationToken).ConfigureAwait(false);
        return new ProviderPayment { State = ProviderPaymentState.Open };
    }

    public async Task<OutboundMessage?> CreateMessageAsync(PaymentAttempt attempt, Order order, CancellationToken cancellationToken)
    {
        PaymentSetting?[] settings = [India?.Setting];
        if (!IsIndian(attempt))
        {
            PixOffer offer = await Brazil.CreateAsync(attempt, order, cancellationToken).ConfigureAwait(false);
            settings = [offer.Pix, offer.Boleto, offer.Link];
        }

        // Meta requires an expiration at least five minutes after sending; for an earlier one the shop cancels the offer itself.
        DateTimeOffset least = time.GetUtcNow().AddSeconds(MessageLimits.OrderExpirationSeconds + 60);
        return Message.OrderDetails(attempt.Id.ToString(), details =>
        {
            _ = options.IsDigital ? details.DigitalGoods() : details.PhysicalGoods();
            details.Quote(Short(order.Quote)).Expires(attempt.ExpiresAt < least ? least : attempt.ExpiresAt, options.ExpirationText);
            foreach (PaymentSetting? setting in settings)
            {
                if (setting is not null)
                {
                    details.Payment(setting);
                }
            }
        }).Body(options.BodyFor(order.Language)).Build(time);
    }

    public Task<ProviderPayment> ReadAsync(PaymentAttempt attempt, CancellationToken cancellationToken) =>
        IsIndian(attempt) ? India!.ReadAsync(attempt, cancellationToken) : Brazil.ReadAsync(attempt, cancellationToken);

    public Task<ProviderPayment> CancelAsync(PaymentAttempt attempt, CancellationToken cancellationToken) =>
        IsIndian(attempt) ? India!.CancelAsync(attempt, cancellationToken) : Brazil.CancelAsync(attempt, cancellationToken);

    public Task<ProviderRefund> RefundAsync(Refund refund, PaymentAttempt attempt, CancellationToken cancellationToken) => IsIndian(attempt)
        ? India!.RefundAsync(refund, attempt, cancellationToken)
        : Brazil.RefundAsync(refund, attempt, cancellationToken);

    public Task<ProviderRefund> ReadRefundAsync(Refund refund, PaymentAttempt attempt, CancellationToken cancellationToken) =>
        IsIndian(attempt)
            ? India!.ReadRefundAsync(refund, attempt, cancellationToken)
            : Brazil.ReadRefundAsync(refund, attempt, cancellationToken);

    private IndianGateway? India => india;

    private IPixSource Brazil => brazil ?? throw new InvalidOperationException($"The app has no {nameof(IPixSource)} any more.");

    private bool IsIndian(PaymentAttempt attempt) => attempt.Amount.Currency.Code == Rupees
        && (india is not null ? true : throw new InvalidOperationException("WhatsApp payments have no gateway for INR any more."));

    /// <summary>The quote with product names shortened to the limit of the message.</summary>
    private static Quote Short(Quote quote) => quote with
    {
        Lines =
        [
            .. quote.Lines.Select(line => line with { Name = ProviderText.Cut(line.Name, MessageLimits.OrderItemName) }),
        ],
    };
}
