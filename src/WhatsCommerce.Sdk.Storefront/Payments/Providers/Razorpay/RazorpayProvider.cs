using System.Net;

namespace WhatsCommerce.Storefronts;

/// <summary>
/// The provider for Razorpay's payment links. Creating a link has no idempotency key; instead, its unique reference prevents duplicates.
/// </summary>
internal sealed class RazorpayProvider(RazorpayApi api, TimeProvider time) : ICheckoutProvider
{
    private const int LongestDescription = 2_048;
    private const int MostListed = 100;
    private const int MostPages = 50;

    // Razorpay requires an expiry of at least 15 minutes; for an earlier one the shop cancels the link itself.
    private static readonly TimeSpan LeastLifetime = TimeSpan.FromMinutes(16);

    public string Name => RazorpayApi.ProviderName;

    public bool TellsOfReversals => true;

    private RazorpayOptions Options => api.Options;

    public string TitleFor(string language) => Options.TitleFor(language);

    public bool Accepts(Quote quote) =>
        (quote.Currency.Code == "INR" || Options.Currencies.Any(code => quote.Currency == code))
        && ProviderCurrencies.Razorpay(quote.Currency) is ProviderMoney money && money.Accepts(quote);

    public async Task<ProviderPayment> CreateAsync(ProviderRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await PaymentOfAsync(
                request.Attempt,
                await api.Calls.CreateLink(api.Key, Describe(request), cancellationToken).ConfigureAwait(false),
                cancellationToken).ConfigureAwait(false);
        }
        catch (ProviderApiException exception) when (exception.IsRefusal)
        {
            // The reference may already be used by this very link, if the response to its creation was lost.
            return exception.Status == HttpStatusCode.BadRequest
                && await FindAsync(request.Attempt, cancellationToken).ConfigureAwait(false) is RazorpayLink link
                ? await PaymentOfAsync(request.Attempt, link, cancellationToken).ConfigureAwait(false)
                : throw new ProviderRefusedException(exception.Message, exception);
        }
    }

    public async Task<ProviderPayment> ReadAsync(PaymentAttempt attempt, CancellationToken cancellationToken) =>
        await FindAsync(attempt, cancellationToken).ConfigureAwait(false) is RazorpayLink link
            ? await PaymentOfAsync(attempt, link, cancellationToken).ConfigureAwait(false)
            : new ProviderPayment { State = ProviderPaymentState.NotFound };

    public async Task<ProviderPayment> CancelAsync(PaymentAttempt attempt, CancellationToken cancellationToken)
    {
        RazorpayLink? link = await FindAsync(attempt, cancellationToken).ConfigureAwait(false);
        if (link is not { Status: "created" })
        {
            return link is null
                ? new ProviderPayment { State = ProviderPaymentState.NotFound }
                : await PaymentOfAsync(attempt, link, cancellationToken).ConfigureAwait(false);
        }

        try
        {
            link = await api.Calls.CancelLink(api.Key, ProviderText.Id(link.Id), new RazorpayNothing(), cancellationToken)
                .ConfigureAwait(false);
            return await PaymentOfAsync(attempt, link, cancellationToken).ConfigureAwait(false);
        }
        catch (ProviderApiException exception) when (exception.IsRefusal)
        {
            // The link can no longer be canceled, so its actual state is read.
            return await ReadAsync(attempt, cancellationToken).ConfigureAwait(false);
        }
    }

    public async Task<ProviderRefund> RefundAsync(Refund refund, PaymentAttempt attempt, CancellationToken cancellationToken)
    {
        string payment = await PaymentIdAsync(attempt, cancellationToken).ConfigureAwait(false);
        RazorpayRefundRequest body = new(MoneyOf(refund.Amount.Currency).ToMinor(refund.Amount), "normal", refund.Id.ToString());
        return RefundOf(await ProviderHttp.OrRefusedAsync(
            api.Calls.Refund(api.Key, refund.Id.ToString(), payment, body, cancellationToken)).ConfigureAwait(false));
    }

    public async Task<ProviderRefund> ReadRefundAsync(Refund refund, PaymentAttempt attempt, CancellationToken cancellationToken)
    {
        if (refund.ProviderReference is string id)
        {
            return RefundOf(await api.Calls.GetRefund(api.Key, ProviderText.Id(id), cancellationToken).ConfigureAwait(false));
        }

        string payment = await PaymentIdAsync(attempt, cancellationToken).ConfigureAwait(false);
        RazorpayRefunds made = await api.Calls.ListRefunds(api.Key, payment, MostListed, cancellationToken).ConfigureAwait(false);
        return made.Items?.FirstOrDefault(one => one.Receipt == refund.Id.Value) is RazorpayRefund known
            ? RefundOf(known)
            : new ProviderRefund { State = null };
    }

    private async Task<RazorpayLink?> FindAsync(PaymentAttempt attempt, CancellationToken cancellationToken)
    {
        if (attempt.ProviderReference is not string id)
        {
            RazorpayLinks found = await api.Calls.ListByReference(api.Key, attempt.Id.ToString(), cancellationToken)
                .ConfigureAwait(false);
            return found.PaymentLinks?.FirstOrDefault(link => link.ReferenceId == attempt.Id.Value);
        }

        try
        {
            return await api.Calls.GetLink(api.Key, ProviderText.Id(id), cancellationToken).ConfigureAwait(false);
        }
        catch (ProviderApiException exception) when (exception.Status == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    private async Task<ProviderPayment> PaymentOfAsync(PaymentAttempt attempt, RazorpayLink link, CancellationToken cancellationToken)
    {
        ProviderPaymentState state = link.Status switch
        {
            "created" => ProviderPaymentState.Open,
            "partially_paid" => ProviderPaymentState.Pending,
            "paid" => ProviderPaymentState.Paid,
            "expired" => ProviderPaymentState.Expired,
            "cancelled" => ProviderPaymentState.Cancelled,
            _ => throw new InvalidOperationException("Razorpay answered with a status that is not known."),
        };
        ProviderPayment payment = new()
        {
            State = state,
            Amount = state == ProviderPaymentState.Paid && link.AmountPaid is long paid
                ? MoneyOf(link.Currency).FromMinor(paid, link.Currency)
                : null,
            Reference = link.ReferenceId,
            IsTest = Options.IsTestMode,
            ProviderReference = link.Id,
            Url = link.ShortUrl,
        };
        return attempt.State == AttemptState.Paid && state == ProviderPaymentState.Paid
            ? await WithReversalsAsync(attempt, payment, link, cancellationToken).ConfigureAwait(false)
            : payment;
    }

    private async Task<ProviderPayment> WithReversalsAsync(
        PaymentAttempt attempt, ProviderPayment payment, RazorpayLink link, CancellationToken cancellationToken)
    {
        RazorpayPayment whole = await api.Calls.GetPayment(api.Key, PaymentIdOf(link), cancellationToken).ConfigureAwait(false);
        ProviderMoney writing = MoneyOf(link.Currency);
        long back = whole.AmountRefunded ?? 0;
        bool? isDisputed = null;
        try
        {
            (List<RazorpayDispute> own, bool isWhole) = await DisputesAsync(attempt, whole.Id, cancellationToken).ConfigureAwait(false);
            isDisputed = own.Exists(dispute => dispute.Status is "open" or "under_review") ? true : isWhole ? false : null;
            back += own.Where(dispute => dispute.Status == "lost").Sum(dispute => dispute.AmountDeducted ?? dispute.Amount ?? 0);
        }
        catch (ProviderApiException exception) when (exception.IsRefusal)
        {
            // The account has no permission to read disputes, so they are unknown.
        }

        return payment with { Refunded = writing.FromMinor(Math.Min(back, link.AmountPaid ?? back), link.Currency),
            IsDisputed = isDisputed };
    }

    /// <summary>
    /// Reads the disputes of a payment. The API cannot filter the list by payment, so it is read page by page from the time of the attempt.
    /// </summary>
    /// <returns>The disputes, and whether the list was read to its end.</returns>
    private async Task<(List<RazorpayDispute> Own, bool IsWhole)> DisputesAsync(
        PaymentAttempt attempt, string? payment, CancellationToken cancellationToken)
    {
        List<RazorpayDispute> own = [];
        for (int page = 0; page < MostPages; page++)
        {
            RazorpayDisputes listed = await api.Calls.ListDisputes(
                api.Key, attempt.CreatedAt.ToUnixTimeSeconds(), MostListed, page * MostListed, cancellationToken).ConfigureAwait(false);
            IReadOnlyList<RazorpayDispute> items = listed.Items ?? [];
            own.AddRange(items.Where(dispute => dispute.PaymentId == payment));
            if (items.Count < MostListed)
            {
                return (own, true);
            }
        }

        return (own, false);
    }

    private async Task<string> PaymentIdAsync(PaymentAttempt attempt, CancellationToken cancellationToken) =>
        await FindAsync(attempt, cancellationToken).ConfigureAwait(false) is RazorpayLink link
            ? PaymentIdOf(link)
            : throw new InvalidOperationException("Razorpay does not have the link any more that was paid.");

    private RazorpayLinkRequest Describe(ProviderRequest request)
    {
        DateTimeOffset least = time.GetUtcNow() + LeastLifetime;
        Money total = request.Order.Quote.Total;
        return new RazorpayLinkRequest
        {
            Amount = MoneyOf(total.Currency).ToMinor(total),
            Currency = total.Currency.ToString(),
            ReferenceId = request.IdempotencyKey,
            Description = ProviderText.Cut($"Order {request.Order.Number}", LongestDescription),
            ExpireBy = (request.Attempt.ExpiresAt < least ? least : request.Attempt.ExpiresAt).ToUnixTimeSeconds(),
            Notify = new RazorpayNotify(Sms: false, Email: false),
            Notes = new RazorpayNotes(request.Attempt.Id.ToString(), request.Order.Number),
            CallbackUrl = request.ReturnUrl?.AbsoluteUri,
            CallbackMethod = request.ReturnUrl is null ? null : "get",
        };
    }

    private static string PaymentIdOf(RazorpayLink link) => ProviderText.Id(
        (link.Payments?.FirstOrDefault(payment => payment.Status == "captured") ?? (link.Payments is [var first, ..] ? first : null))
            ?.PaymentId);

    private static ProviderMoney MoneyOf(Currency currency) => ProviderCurrencies.Razorpay(currency)
        ?? throw new InvalidOperationException("Razorpay answered with a currency that is not known.");

    private static ProviderRefund RefundOf(RazorpayRefund refund) => new()
    {
        State = refund.Status switch
        {
            "processed" => RefundState.Done,
            "failed" => RefundState.Failed,
            _ => RefundState.Pending,
        },
        ProviderReference = refund.Id,
    };
}
