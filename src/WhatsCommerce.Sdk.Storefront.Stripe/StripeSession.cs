using Stripe.Checkout;

namespace WhatsCommerce.Storefronts;

/// <summary>Describes an attempt as a Checkout session: the same on every call for it, as its idempotency key asks for.</summary>
internal static class StripeSession
{
    /// <summary>The name under which the attempt's id is kept with session and payment.</summary>
    public const string AttemptKey = "attempt";

    /// <summary>The name under which the refund's id is kept with the refund.</summary>
    public const string RefundKey = "refund";

    /// <summary>Stripe takes amounts of up to eight digits.</summary>
    public const long LargestAmount = 99_999_999;

    private const int MostLines = 100;
    private const int LongestName = 250;

    // Of 30 minutes to 24 hours after Stripe has the call, which may be repeated; the shop takes back what holds too long.
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

    /// <summary>When the session ends, within Stripe's bounds.</summary>
    public static DateTimeOffset EndOf(PaymentAttempt attempt)
    {
        DateTimeOffset least = attempt.CreatedAt + Shortest;
        DateTimeOffset most = attempt.CreatedAt + Longest;
        return attempt.ExpiresAt < least ? least : attempt.ExpiresAt > most ? most : attempt.ExpiresAt;
    }

    /// <summary>
    /// The lines of the quote, with shipping and tax as lines of their own. Stripe takes no negative line, and at most 100: then one line
    /// stands for all.
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
            // Stripe writes currencies in small letters.
            Currency = price.Currency.ToString().ToLowerInvariant(),
            UnitAmount = ProviderCurrencies.Stripe[price.Currency.ToString()].ToMinor(price),
            ProductData = new SessionLineItemPriceDataProductDataOptions { Name = name },
        },
    };
}
