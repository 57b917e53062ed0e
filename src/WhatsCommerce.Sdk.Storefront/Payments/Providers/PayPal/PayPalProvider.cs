using System.Net;

namespace WhatsCommerce.Storefronts;

/// <summary>PayPal, Orders v2: the customer approves on PayPal's page, and the shop captures.</summary>
/// <remarks>
/// Nothing is taken before the capture, so an offer is taken back by never capturing it. PayPal finds no order by our reference; the same
/// key creates the same order, for six hours, and one whose address nobody knows cannot be paid.
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
            // PayPal forgets orders that nobody approved.
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
            // The bank declined, or the payer may not pay: nothing was taken, and this order is not captured again.
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

            // What was approved and is not any more will not be captured: the customer may begin again.
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

    /// <summary>The page that is asked before is not asked again: one look at a paid order reports its disputes.</summary>
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

            // What a lost dispute gave back may be among the refunds already.
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
            // The app has no right to read disputes: then nobody says.
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
