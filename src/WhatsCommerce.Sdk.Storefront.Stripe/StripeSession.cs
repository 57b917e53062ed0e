using Stripe.Checkout;

namespace WhatsCommerce.Storefronts;

/// <summary>
/// Creates the Checkout session options of an attempt. They are the same on every call, as Stripe's idempotency keys require.
/// </summary>
internal static class StripeSession
{
    /// <summary>The metadata key of the attempt's id in session and payment.</summary>
    public const string AttemptKey = "attempt";

    /// <summary>The metadata key of the refund's id in the refund.</summary>
    public const string RefundKey = "refund";

    /// <summary>Stripe accepts amounts of up to eight digits.</summary>
    public const long LargestAmount = 99_999_999;

    private const int MostLines = 100;
    private const int LongestName = 250;

    // Stripe requires an expiry 30 minutes to 24 hours after the call, which may be retried; the shop cancels sessions that live too long.
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(60);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes((24 * 60) - 5);

    public static SessionCreateOptions Of(ProviderRequest request)
    {
        PaymentAttempt attempt = request.Attempt;
        Dictionary<string, string> names = new()
        {
            [AttemptKey] = attempt.Id.ToString(),
            ["order"] = request.Order.Number,
        };
        return new SessionCreateOptions
        {
            Mode = "payment",
            ClientReferenceId = attempt.Id.ToString(),
            LineItems = LinesOf(request.Order),
            SuccessUrl = request.ReturnUrl?.AbsoluteUri,
            CancelUrl = request.CancelUrl?.AbsoluteUri,
            ExpiresAt = EndOf(attempt).UtcDateTime,
            Metadata = names,
            PaymentIntentData = new SessionPaymentIntentDataOptions
            {
                Metadata = names,
                Description = $"Order {request.Order.Number}",
            },
        };
    }

    /// <summary>The expiry of the session, within Stripe's limits.</summary>
    public static DateTimeOffset EndOf(PaymentAttempt attempt)
    {
        DateTimeOffset least = attempt.CreatedAt + Shortest;
        DateTimeOffset most = attempt.CreatedAt + Longest;
        return attempt.ExpiresAt < least ? least : attempt.ExpiresAt > most ? most : attempt.ExpiresAt;
    }

    /// <summary>
    /// The lines of the quote, with shipping and tax as separate lines. Stripe accepts no negative line and at most 100 lines; otherwise a
    /// single summed line is used.
    /// </summary>
    private static List<SessionLineItemOptions> LinesOf(Order order)
    {
        Quote quote = order.Quote;
        List<SessionLineItemOptions> lines = [.. quote.Lines.Select(line => Line(NameOf(line), line.UnitPrice, line.Quantity))];
        if (quote.Shipping.Amount > 0)
        {
            lines.Add(Line("Shipping", quote.Shipping, 1));
        }

        if (quote.AddedTax.Amount > 0)
        {
            lines.Add(Line("Tax", quote.AddedTax, 1));
        }

        return lines.Count > MostLines || quote.Discount.Amount > 0 ? [Line($"Order {order.Number}", quote.Total, 1)] : lines;
    }

    private static string NameOf(QuoteLine line) =>
        ProviderText.Cut(string.IsNullOrWhiteSpace(line.Name) ? line.RetailerId.ToString() : line.Name, LongestName);

    private static SessionLineItemOptions Line(string name, Money price, long quantity) => new()
    {
        Quantity = quantity,
        PriceData = new SessionLineItemPriceDataOptions
        {
            // Stripe uses lowercase currency codes.
            Currency = price.Currency.ToString().ToLowerInvariant(),
            UnitAmount = ProviderCurrencies.Stripe[price.Currency.ToString()].ToMinor(price),
            ProductData = new SessionLineItemPriceDataProductDataOptions { Name = name },
        },
    };
}
