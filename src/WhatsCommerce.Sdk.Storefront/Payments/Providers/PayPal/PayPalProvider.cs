using System.Net;

namespace WhatsCommerce.Storefronts;

/// <summary>The provider for PayPal, Orders v2: the customer approves on PayPal's page, and the shop captures.</summary>
/// <remarks>
/// No money is collected before the capture, so an offer is canceled by never capturing it. PayPal cannot look up orders by our reference,
/// but for six hours the same idempotency key returns the same order; an order whose page address is unknown cannot be paid.
/// </remarks>
internal sealed class PayPalProvider(PayPalApi api) : ICheckoutProvider
{
    private const int LongestText = 127;

    public string Name => PayPalApi.ProviderName;

    public bool TellsOfReversals => true;

    private PayPalOptions Options => api.Options;

    public string TitleFor(string language) => Options.TitleFor(language);

    public bool Accepts(Quote quote) =>
        ProviderCurrencies.PayPal.TryGetValue(quote.Currency.ToString(), out ProviderMoney money) && money.Accepts(quote);

    public async Task<ProviderPayment> CreateAsync(ProviderRequest request, CancellationToken cancellationToken)
    {
        PayPalOrder order = await ProviderHttp.OrRefusedAsync(api.CallAsync(
            (paypal, token) => paypal.CreateOrder(token, request.IdempotencyKey, Describe(request), cancellationToken),
            cancellationToken)).ConfigureAwait(false);
        return PaymentOf(request.Attempt, order);
    }

    public async Task<ProviderPayment> ReadAsync(PaymentAttempt attempt, CancellationToken cancellationToken)
    {
        if (attempt.ProviderReference is null)
        {
            return new ProviderPayment { State = ProviderPaymentState.NotFound };
        }

        try
        {
            ProviderPayment payment = PaymentOf(attempt, await OrderAsync(attempt, cancellationToken).ConfigureAwait(false));
            return attempt.State == AttemptState.Paid && payment.State == ProviderPaymentState.Paid
                ? await WithDisputesAsync(attempt, payment, cancellationToken).ConfigureAwait(false)
                : payment;
        }
        catch (ProviderApiException exception) when (exception.Status == HttpStatusCode.NotFound)
        {
            // PayPal deletes orders that were never approved.
            return new ProviderPayment { State = ProviderPaymentState.Expired };
        }
    }

    public async Task<ProviderPayment> CaptureAsync(PaymentAttempt attempt, CancellationToken cancellationToken)
    {
        try
        {
            PayPalOrder order = await api.CallAsync(
                (paypal, token) => paypal.Capture(
                    token, $"{attempt.Id}-capture", ProviderText.Id(attempt.ProviderReference), new PayPalNothing(), cancellationToken),
                cancellationToken).ConfigureAwait(false);
            ProviderPayment payment = PaymentOf(attempt, order);
            return payment is { State: ProviderPaymentState.Paid, Reference: null }
                ? await ReadAsync(attempt, cancellationToken).ConfigureAwait(false)
                : payment;
        }
        catch (ProviderApiException exception) when (exception.Code is "ORDER_ALREADY_CAPTURED" or "ORDER_NOT_APPROVED")
        {
            return await ReadAsync(attempt, cancellationToken).ConfigureAwait(false);
        }
        catch (ProviderApiException exception) when (exception.Status == HttpStatusCode.UnprocessableEntity)
        {
            // The bank declined the payment or the payer is not allowed to pay: no money was collected, and the order is not captured
            // again.
            return new ProviderPayment { State = ProviderPaymentState.Failed };
        }
    }

    public async Task<ProviderPayment> CancelAsync(PaymentAttempt attempt, CancellationToken cancellationToken)
    {
        ProviderPayment payment = await ReadAsync(attempt, cancellationToken).ConfigureAwait(false);
        return payment.State == ProviderPaymentState.Open ? payment with { State = ProviderPaymentState.Cancelled } : payment;
    }

    public async Task<ProviderRefund> RefundAsync(Refund refund, PaymentAttempt attempt, CancellationToken cancellationToken)
    {
        PayPalOrder order = await OrderAsync(attempt, cancellationToken).ConfigureAwait(false);
        if (Find(order, refund) is PayPalRefund known)
        {
            return RefundOf(known);
        }

        string capture = ProviderText.Id(CaptureOf(order)?.Id);
        PayPalRefundRequest body = new(AmountOf(refund.Amount), refund.Id.ToString());
        return RefundOf(await ProviderHttp.OrRefusedAsync(api.CallAsync(
            (paypal, token) => paypal.Refund(token, refund.Id.ToString(), capture, body, cancellationToken),
            cancellationToken)).ConfigureAwait(false));
    }

    public async Task<ProviderRefund> ReadRefundAsync(Refund refund, PaymentAttempt attempt, CancellationToken cancellationToken)
    {
        if (refund.ProviderReference is string id)
        {
            return RefundOf(await api.CallAsync(
                (paypal, token) => paypal.GetRefund(token, ProviderText.Id(id), cancellationToken), cancellationToken)
                .ConfigureAwait(false));
        }

        PayPalOrder order = await OrderAsync(attempt, cancellationToken).ConfigureAwait(false);
        return Find(order, refund) is PayPalRefund known ? RefundOf(known) : new ProviderRefund { State = null };
    }

    private Task<PayPalOrder> OrderAsync(PaymentAttempt attempt, CancellationToken cancellationToken) => api.CallAsync(
        (paypal, token) => paypal.GetOrder(token, ProviderText.Id(attempt.ProviderReference), cancellationToken), cancellationToken);

    private ProviderPayment PaymentOf(PaymentAttempt attempt, PayPalOrder order)
    {
        PayPalCapture? capture = CaptureOf(order);
        ProviderPaymentState state = order.Status switch
        {
            "COMPLETED" => capture?.Status switch
            {
                "COMPLETED" or "PARTIALLY_REFUNDED" or "REFUNDED" => ProviderPaymentState.Paid,
                "DECLINED" or "FAILED" => ProviderPaymentState.Failed,
                _ => ProviderPaymentState.Pending,
            },
            "APPROVED" => ProviderPaymentState.Pending,
            "VOIDED" => ProviderPaymentState.Expired,

            // An order that is no longer approved is not captured; the customer may start again.
            "CREATED" or "SAVED" or "PAYER_ACTION_REQUIRED" =>
                attempt.State == AttemptState.Pending ? ProviderPaymentState.Failed : ProviderPaymentState.Open,
            _ => throw new InvalidOperationException("PayPal answered with a status that is not known."),
        };
        bool isPaid = state == ProviderPaymentState.Paid;
        return new ProviderPayment
        {
            State = state,
            IsCapturable = order.Status == "APPROVED",
            Amount = isPaid ? MoneyOf(capture!.Amount) : null,
            Reference = order.PurchaseUnits is [{ CustomId: string reference }, ..] ? reference : capture?.CustomId,
            IsTest = Options.UseSandbox,
            ProviderReference = order.Id,
            Url = order.Links?.FirstOrDefault(link => link.Rel is "payer-action" or "approve")?.Href,
            Refunded = isPaid ? RefundedOf(order, capture!) : null,
        };
    }

    /// <summary>Adds the disputes of a paid order to its payment.</summary>
    private async Task<ProviderPayment> WithDisputesAsync(
        PaymentAttempt attempt, ProviderPayment payment, CancellationToken cancellationToken)
    {
        PayPalOrder order = await OrderAsync(attempt, cancellationToken).ConfigureAwait(false);
        try
        {
            PayPalDisputes found = await api.CallAsync(
                (paypal, token) => paypal.ListDisputes(token, ProviderText.Id(CaptureOf(order)?.Id), cancellationToken), cancellationToken)
                .ConfigureAwait(false);
            decimal lost = 0;
            foreach (PayPalDispute dispute in (found.Items ?? []).Where(one => one.Status == "RESOLVED").Take(10))
            {
                PayPalDispute whole = await api.CallAsync(
                    (paypal, token) => paypal.GetDispute(token, ProviderText.Id(dispute.DisputeId), cancellationToken), cancellationToken)
                    .ConfigureAwait(false);
                bool isLost = whole.DisputeOutcome is { OutcomeCode: "RESOLVED_BUYER_FAVOUR" };
                lost += isLost ? MoneyOf(whole.DisputeOutcome!.AmountRefunded ?? whole.DisputeAmount)?.Amount ?? 0 : 0;
            }

            // The amount of a lost dispute may already be included in the refunds.
            Money paid = payment.Amount!.Value;
            decimal back = Math.Min(paid.Amount, Math.Max(lost, payment.Refunded?.Amount ?? 0));
            return payment with
            {
                IsDisputed = found.Items?.Any(one => one.Status != "RESOLVED") == true,
                Refunded = back > 0 ? paid with { Amount = back } : payment.Refunded,
            };
        }
        catch (ProviderApiException exception) when (exception.IsRefusal)
        {
            // The app has no permission to read disputes, so they are unknown.
            return payment;
        }
    }

    private PayPalOrderRequest Describe(ProviderRequest request)
    {
        Quote quote = request.Order.Quote;
        string id = request.Attempt.Id.ToString();
        bool hasItems = quote.Lines.Count <= 100;
        PayPalAmount amount = AmountOf(quote.Total) with
        {
            Breakdown = hasItems
                ? new PayPalBreakdown(
                    AmountOf(quote.Subtotal), PartOf(quote.Shipping), PartOf(quote.AddedTax), PartOf(quote.Discount))
                : null,
        };
        PayPalUnitRequest unit = new(id, id, id, ProviderText.Cut($"Order {request.Order.Number}", LongestText), amount, hasItems
            ?
            [
                .. quote.Lines.Select(line => new PayPalItem(
                    ProviderText.Cut(line.Name, LongestText),
                    line.Quantity.ToString(CultureInfo.InvariantCulture),
                    AmountOf(line.UnitPrice),
                    ProviderText.Cut(line.RetailerId.ToString(), LongestText))),
            ]
            : null);
        PayPalExperience experience = new(
            "PAY_NOW", "NO_SHIPPING", request.ReturnUrl?.AbsoluteUri, request.CancelUrl?.AbsoluteUri, Options.BrandName);
        return new PayPalOrderRequest("CAPTURE", [unit], new PayPalSourceRequest(new PayPalWalletRequest(experience)));
    }

    private static PayPalCapture? CaptureOf(PayPalOrder order) =>
        order.PurchaseUnits is [{ Payments.Captures: [.., PayPalCapture last] }, ..] ? last : null;

    private static PayPalRefund? Find(PayPalOrder order, Refund refund) => order.PurchaseUnits is [{ Payments.Refunds: { } refunds }, ..]
        ? refunds.FirstOrDefault(one => one.CustomId == refund.Id.Value)
        : null;

    private static Money? RefundedOf(PayPalOrder order, PayPalCapture capture)
    {
        Money paid = MoneyOf(capture.Amount)!.Value;
        if (capture.Status == "REFUNDED")
        {
            return paid;
        }

        IReadOnlyList<PayPalRefund> refunds = order.PurchaseUnits is [{ Payments.Refunds: { } some }, ..] ? some : [];
        return capture.Status == "PARTIALLY_REFUNDED" && refunds.Count == 0 ? null : paid with
        {
            Amount = refunds.Where(refund => refund.Status is "COMPLETED" or "PENDING")
                .Sum(refund => MoneyOf(refund.Amount)?.Amount ?? 0),
        };
    }

    private static ProviderRefund RefundOf(PayPalRefund refund) => new()
    {
        State = refund.Status switch
        {
            "COMPLETED" => RefundState.Done,
            "FAILED" or "CANCELLED" => RefundState.Failed,
            _ => RefundState.Pending,
        },
        ProviderReference = refund.Id,
    };

    private static Money? MoneyOf(PayPalAmount? amount) =>
        decimal.TryParse(amount?.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value)
            ? new Money(value, amount!.CurrencyCode)
            : null;

    private static PayPalAmount? PartOf(Money money) => money.Amount == 0 ? null : AmountOf(money);

    private static PayPalAmount AmountOf(Money money) => new(
        money.Currency.Code,
        ProviderCurrencies.PayPal.TryGetValue(money.Currency.ToString(), out ProviderMoney writing)
            ? writing.ToText(money)
            : throw new ProviderRefusedException($"PayPal takes no {money.Currency}."));
}
