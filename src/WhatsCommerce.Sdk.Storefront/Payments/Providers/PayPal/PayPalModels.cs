namespace WhatsCommerce.Storefronts;

internal sealed record PayPalNothing;

internal sealed record PayPalAmount(string? CurrencyCode, string? Value)
{
    public PayPalBreakdown? Breakdown { get; init; }
}

internal sealed record PayPalBreakdown(PayPalAmount? ItemTotal, PayPalAmount? Shipping, PayPalAmount? TaxTotal, PayPalAmount? Discount);
internal sealed record PayPalItem(string Name, string Quantity, PayPalAmount UnitAmount, string? Sku);

internal sealed record PayPalOrderRequest(
    string Intent, IReadOnlyList<PayPalUnitRequest> PurchaseUnits, PayPalSourceRequest PaymentSource);

internal sealed record PayPalUnitRequest(
    string ReferenceId, string CustomId, string InvoiceId, string Description, PayPalAmount Amount, IReadOnlyList<PayPalItem>? Items);

internal sealed record PayPalSourceRequest(PayPalWalletRequest Paypal);
internal sealed record PayPalWalletRequest(PayPalExperience ExperienceContext);

internal sealed record PayPalExperience(
    string UserAction, string ShippingPreference, string? ReturnUrl, string? CancelUrl, string? BrandName);

internal sealed record PayPalOrder
{
    public string? Id { get; init; }
    public string? Status { get; init; }
    public IReadOnlyList<PayPalUnit>? PurchaseUnits { get; init; }
    public IReadOnlyList<PayPalLink>? Links { get; init; }
}

internal sealed record PayPalUnit
{
    public string? CustomId { get; init; }
    public PayPalPayments? Payments { get; init; }
}

internal sealed record PayPalPayments(IReadOnlyList<PayPalCapture>? Captures, IReadOnlyList<PayPalRefund>? Refunds);
internal sealed record PayPalCapture(string? Id, string? Status, PayPalAmount? Amount, string? CustomId);
internal sealed record PayPalRefund(string? Id, string? Status, PayPalAmount? Amount, string? CustomId);
internal sealed record PayPalRefundRequest(PayPalAmount Amount, string CustomId);
internal sealed record PayPalLink(string? Href, string? Rel);
internal sealed record PayPalDisputes(IReadOnlyList<PayPalDispute>? Items);

internal sealed record PayPalDispute(
    string? DisputeId, string? Status, PayPalAmount? DisputeAmount, PayPalDisputeOutcome? DisputeOutcome);

internal sealed record PayPalDisputeOutcome(string? OutcomeCode, PayPalAmount? AmountRefunded);

internal sealed record PayPalToken(string? AccessToken, long? ExpiresIn)
{
    /// <summary>Returns the name of the type, so that the token is never logged.</summary>
    public override string ToString() => nameof(PayPalToken);
}
