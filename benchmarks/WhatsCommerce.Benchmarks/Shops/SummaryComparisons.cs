using System.Globalization;
using System.Text;
using WhatsCommerce.Benchmarks.Measuring;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Benchmarks.Shops;

/// <summary>Compares the summary of a cart with a text put together by hand, in one language, that says the same.</summary>
internal static class SummaryComparisons
{
    private const int Lines = 30;

    // More than the text needs, so that all lines are written.
    private const int Room = 4_096;
    private const double MostNanoseconds = 50_000;

    public static Topic Topic { get; } = new("summary", ["summary"], Turns: 600, Processes: 3, PrepareAsync);

    private static Task<Stage> PrepareAsync()
    {
        Quote quote = new()
        {
            Currency = "USD",
            Lines =
            [
                .. Enumerable.Range(0, Lines).Select(number => new QuoteLine
                {
                    RetailerId = string.Create(CultureInfo.InvariantCulture, $"sku-{number}"),
                    Name = string.Create(CultureInfo.InvariantCulture, $"Organic apples of the orchard, box {number}"),
                    UnitPrice = new Money(3.49m + number, "USD"),
                    Quantity = 1 + number % 5,
                }),
            ],
            Discount = new Money(5, "USD"),
            Shipping = new Money(4.90m, "USD"),
            Tax = new Money(12.34m, "USD"),
            PricesIncludeTax = true,
            ValidUntil = DateTimeOffset.UnixEpoch,
        };
        Texts texts = new(new StorefrontOptions());
        string ours = SummaryText.Of(quote, texts, "en", Room);
        if (ours.Count(letter => letter == '\n') < Lines)
        {
            throw new InvalidOperationException($"The summary is shorter than expected: {ours}");
        }

        return Task.FromResult(new Stage(
        [
            new(
                "summary",
                "Write the summary of a cart of 30 lines",
                new Limits(Ratio: double.MaxValue) { Nanoseconds = MostNanoseconds },
                new ThreadSubject(() => ByHand(quote)),
                new ThreadSubject(() => SummaryText.Of(quote, texts, "en", Room))),
        ]));
    }

    private static string ByHand(Quote quote)
    {
        StringBuilder text = new();
        foreach (QuoteLine line in quote.Lines)
        {
            text.Append(CultureInfo.InvariantCulture, $"{line.Quantity} x {line.Name}: {line.Total.Amount:0.00} USD\n");
        }

        return text.Append('\n')
            .Append(CultureInfo.InvariantCulture, $"Subtotal: {quote.Subtotal.Amount:0.00} USD\n")
            .Append(CultureInfo.InvariantCulture, $"Discount: -{quote.Discount.Amount:0.00} USD\n")
            .Append(CultureInfo.InvariantCulture, $"Shipping: {quote.Shipping.Amount:0.00} USD\n")
            .Append(CultureInfo.InvariantCulture, $"Total: {quote.Total.Amount:0.00} USD\n")
            .Append(CultureInfo.InvariantCulture, $"Tax included: {quote.Tax.Amount:0.00} USD").ToString();
    }
}
