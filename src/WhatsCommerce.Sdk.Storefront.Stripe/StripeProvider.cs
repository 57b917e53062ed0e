using Stripe;
using Stripe.Checkout;

namespace WhatsCommerce.Storefronts;

/// <summary>The provider for Stripe Checkout: each attempt has a session, on whose page the customer pays.</summary>
/// <remarks>
/// Stripe cannot look up sessions by our reference, but for 24 hours the same idempotency key returns the same session; a session whose
/// page URL is unknown cannot be paid. Source: docs.stripe.com/api/checkout/sessions.
/// </remarks>
internal sealed class StripeProvider(StripeApi api) : ICheckoutProvider
{
    public string Name => StripeApi.ProviderName;

    public bool TellsOfReversals => true;

    public string TitleFor(string language) => api.Options.TitleFor(language);

    public bool Accepts(Quote quote) =>
        ProviderCurrencies.Stripe.TryGetValue(quote.Currency.ToString(), out ProviderMoney money) && money.Accepts(quote)
        && money.ToMinor(quote.Total) <= StripeSession.LargestAmount;

    public async Task<ProviderPayment> CreateAsync(ProviderRequest request, CancellationToken cancellationToken)
    {
        RequestOptions key = new() { IdempotencyKey = request.IdempotencyKey };
        Session session = await ProviderHttp.OrRefusedAsync(StripeApi.CallAsync(
            api.Sessions.CreateAsync(StripeSession.Of(request), key, cancellationToken))).ConfigureAwait(false);
        return PaymentOf(session);
    }

    public async Task<ProviderPayment> ReadAsync(PaymentAttempt attempt, CancellationToken cancellationToken)
    {
        if (attempt.ProviderReference is not string id)
        {
            return new ProviderPayment { State = ProviderPaymentState.NotFound };
        }

        SessionGetOptions options = new() { Expand = ["payment_intent"] };
        Session? session = await StripeApi.FindAsync(
            api.Sessions.GetAsync(ProviderText.Id(id), options, requestOptions: null, cancellationToken)).ConfigureAwait(false);
        if (session is null)
        {
            return new ProviderPayment { State = ProviderPaymentState.NotFound };
        }

        ProviderPayment payment = PaymentOf(session);
        return attempt.State == AttemptState.Paid && payment.State == ProviderPaymentState.Paid
            ? await WithReversalsAsync(payment, session.PaymentIntentId, cancellationToken).ConfigureAwait(false)
            : payment;
    }

    public async Task<ProviderPayment> CancelAsync(PaymentAttempt attempt, CancellationToken cancellationToken)
    {
        ProviderPayment before = await ReadAsync(attempt, cancellationToken).ConfigureAwait(false);
        if (before.State != ProviderPaymentState.Open)
        {
            return before;
        }

        try
        {
            Session expired = await StripeApi.CallAsync(api.Sessions.ExpireAsync(
                attempt.ProviderReference, options: null, requestOptions: null, cancellationToken)).ConfigureAwait(false);
            ProviderPayment after = PaymentOf(expired);
            return after.State == ProviderPaymentState.Expired ? after with { State = ProviderPaymentState.Cancelled } : after;
        }
        catch (ProviderApiException exception) when (exception.IsRefusal)
        {
            // The session is no longer open, so its actual state is read.
            return await ReadAsync(attempt, cancellationToken).ConfigureAwait(false);
        }
    }

    public async Task<ProviderRefund> RefundAsync(
        WhatsCommerce.Storefronts.Refund refund, PaymentAttempt attempt, CancellationToken cancellationToken)
    {
        RefundCreateOptions options = new()
        {
            PaymentIntent = await PaymentIdAsync(attempt, cancellationToken).ConfigureAwait(false),
            Amount = MoneyOf(refund.Amount.Currency).ToMinor(refund.Amount),
            Metadata = new Dictionary<string, string> { [StripeSession.RefundKey] = refund.Id.ToString() },
        };
        RequestOptions key = new() { IdempotencyKey = refund.Id.ToString() };
        return RefundOf(await ProviderHttp.OrRefusedAsync(StripeApi.CallAsync(
            api.Refunds.CreateAsync(options, key, cancellationToken))).ConfigureAwait(false));
    }

    public async Task<ProviderRefund> ReadRefundAsync(
        WhatsCommerce.Storefronts.Refund refund, PaymentAttempt attempt, CancellationToken cancellationToken)
    {
        if (refund.ProviderReference is string id)
        {
            return RefundOf(await StripeApi.CallAsync(
                api.Refunds.GetAsync(ProviderText.Id(id), options: null, requestOptions: null, cancellationToken)).ConfigureAwait(false));
        }

        RefundListOptions query = new()
        {
            PaymentIntent = await PaymentIdAsync(attempt, cancellationToken).ConfigureAwait(false),
            Limit = 100,
        };
        StripeList<Stripe.Refund> made = await StripeApi.CallAsync(
            api.Refunds.ListAsync(query, requestOptions: null, cancellationToken)).ConfigureAwait(false);
        return made.Data.Find(one => one.Metadata?.GetValueOrDefault(StripeSession.RefundKey) == refund.Id.Value) is { } known
            ? RefundOf(known)
            : new ProviderRefund { State = null };
    }

    private async Task<string> PaymentIdAsync(PaymentAttempt attempt, CancellationToken cancellationToken)
    {
        Session session = await StripeApi.CallAsync(api.Sessions.GetAsync(
            ProviderText.Id(attempt.ProviderReference), options: null, requestOptions: null, cancellationToken)).ConfigureAwait(false);
        return ProviderText.Id(session.PaymentIntentId);
    }

    private async Task<ProviderPayment> WithReversalsAsync(
        ProviderPayment payment, string? paymentId, CancellationToken cancellationToken)
    {
        if (payment.Amount is not Money paid || !ProviderText.IsId(paymentId))
        {
            return payment;
        }

        RefundListOptions refunds = new() { PaymentIntent = paymentId, Limit = 100 };
        StripeList<Stripe.Refund> made = await StripeApi.CallAsync(
            api.Refunds.ListAsync(refunds, requestOptions: null, cancellationToken)).ConfigureAwait(false);
        DisputeListOptions disputes = new() { PaymentIntent = paymentId, Limit = 100 };
        StripeList<Dispute> opened = await StripeApi.CallAsync(
            api.Disputes.ListAsync(disputes, requestOptions: null, cancellationToken)).ConfigureAwait(false);
        ProviderMoney writing = MoneyOf(paid.Currency);
        long back = made.Data.Where(refund => refund.Status is not ("failed" or "canceled")).Sum(refund => refund.Amount)
            + opened.Data.Where(dispute => dispute.Status == "lost").Sum(dispute => dispute.Amount);
        return payment with
        {
            Refunded = writing.FromMinor(Math.Min(back, writing.ToMinor(paid)), paid.Currency),
            IsDisputed = opened.Data.Exists(
                dispute => dispute.Status is not ("won" or "lost" or "warning_closed" or "prevented")),
        };
    }

    private static ProviderPayment PaymentOf(Session session)
    {
        ProviderPaymentState state = session.Status switch
        {
            "open" => ProviderPaymentState.Open,
            "expired" => ProviderPaymentState.Expired,
            "complete" => session.PaymentStatus switch
            {
                "paid" or "no_payment_required" => ProviderPaymentState.Paid,

                // A payment method that takes time to complete has failed.
                _ when session.PaymentIntent?.Status is "requires_payment_method" or "canceled" => ProviderPaymentState.Failed,
                _ => ProviderPaymentState.Pending,
            },
            _ => throw new InvalidOperationException("Stripe answered with a status that is not known."),
        };
        Currency currency = session.Currency;
        return new ProviderPayment
        {
            State = state,
            Amount = state == ProviderPaymentState.Paid && session.AmountTotal is long total
                ? MoneyOf(currency).FromMinor(total, currency)
                : null,
            Reference = session.ClientReferenceId,
            IsTest = !session.Livemode,
            ProviderReference = session.Id,
            Url = session.Url,
        };
    }

    private static ProviderRefund RefundOf(Stripe.Refund refund) => new()
    {
        State = refund.Status switch
        {
            "succeeded" => RefundState.Done,
            "failed" or "canceled" => RefundState.Failed,
            _ => RefundState.Pending,
        },
        ProviderReference = refund.Id,
    };

    private static ProviderMoney MoneyOf(Currency currency) =>
        ProviderCurrencies.Stripe.TryGetValue(currency.ToString(), out ProviderMoney money)
            ? money
            : throw new InvalidOperationException("Stripe answered with a currency that is not known.");
}
