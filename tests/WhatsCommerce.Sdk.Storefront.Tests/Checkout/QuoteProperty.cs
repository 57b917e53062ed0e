using System.Globalization;
using System.Text.Json;
using WhatsCommerce.Messages;
using WhatsCommerce.Storefronts;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Storefront.Tests.Checkout;

/// <summary>
/// The parts of a quote equal its total, to the last minor unit, in everything that shows it: the quote, the summary, order_details.
/// </summary>
public sealed class QuoteProperty
{
    private static readonly string[] Currencies =
    [
        .. ("USD EUR GBP BRL INR MXN ARS IDR TRY ZAR NGN EGP PKR AED SAR ILS CAD AUD NZD CHF SEK NOK DKK PLN CZK HUF "
            + "JPY KRW CLP VND PYG UGX XOF ISK BHD KWD JOD TND OMR IQD").Split(' '),
    ];

    private static int Carts => Repetitions.Of("STOREFRONT_QUOTES", few: 2_000, all: 20_000);

    [Fact]
    public void Currencies_OfTheProperty_AreFortyOfEveryKind()
    {
        Assert.Equal(40, Currencies.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal([0, 2, 3], Currencies.Select(code => new Currency(code).MinorUnits!.Value).Distinct().Order());
    }

    [Fact]
    public async Task Price_RandomCarts_PartsEqualTheTotalWhereverItIsShown()
    {
        Random random = new(1);
        RandomShop shop = new(random);
        Pricer pricer = new(shop, shop, shop, shop, TimeProvider.System, Guards.All);
        Texts texts = new(new StorefrontOptions());
        for (int i = 0; i < Carts; i++)
        {
            shop.Currency = Currencies[i % Currencies.Length];
            bool isIncluded = random.Next(2) == 0;
            Cart cart = shop.NextCart();

            Quote quote = (await pricer.PriceAsync(
                cart, new StorefrontOptions { PricesIncludeTax = isIncluded }, TestContext.Current.CancellationToken)).Quote!;

            JudgeParts(quote);
            JudgeSummary(quote, SummaryText.Of(quote, texts, language: null, room: 100_000));
            JudgeOrderDetails(quote);
        }
    }

    /// <summary>In whole numbers, so that no decimal can hide a fraction.</summary>
    private static void JudgeParts(Quote quote)
    {
        long lines = quote.Lines.Sum(line => line.UnitPrice.ToMinorUnits() * line.Quantity);
        long sum = lines - quote.Discount.ToMinorUnits() + quote.Shipping.ToMinorUnits()
            + (quote.PricesIncludeTax ? 0 : quote.Tax.ToMinorUnits());
        Assert.Equal(sum, quote.Total.ToMinorUnits());
        Assert.InRange(quote.Discount.Amount, 0, quote.Subtotal.Amount);
    }

    private static void JudgeSummary(Quote quote, string summary)
    {
        decimal lines = 0;
        decimal parts = 0;
        decimal total = -1;
        foreach (string line in summary.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            int colon = line.LastIndexOf(": ", StringComparison.Ordinal);
            decimal amount = decimal.Parse(
                line[(colon + 2)..].TrimEnd('*').Split(' ')[0], NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture);
            switch (line[..colon])
            {
                case "*Total":
                    total = amount;
                    break;
                case "Discount" or "Delivery" or "Tax":
                    parts += amount;
                    break;
                case "Subtotal":
                    Assert.Equal(lines, amount);
                    break;
                case "Tax included":
                    break;
                default:
                    lines += amount;
                    break;
            }
        }

        Assert.Equal(quote.Total.Amount, total);
        Assert.Equal(total, lines + parts);
    }

    private static void JudgeOrderDetails(Quote quote)
    {
        OrderDetailsMessage message = Message.OrderDetails("order-1", order =>
        {
            order.PhysicalGoods().Quote(quote);
            if (quote.Currency == "INR")
            {
                order.UpiConfiguration("upi");
            }
        }).Body("Your order").Build();

        using JsonDocument json = JsonDocument.Parse(message.ToJson("+16505551234"));
        JsonElement parameters = json.RootElement.GetProperty("interactive").GetProperty("action").GetProperty("parameters");
        JsonElement order = parameters.GetProperty("order");
        decimal items = order.GetProperty("items").EnumerateArray()
            .Sum(item => Amount(item.GetProperty("amount")) * item.GetProperty("quantity").GetInt32());
        decimal total = Amount(parameters.GetProperty("total_amount"));
        Assert.Equal(quote.Total.Amount, total);
        Assert.Equal(items, Amount(order.GetProperty("subtotal")));
        Assert.Equal(total, items + Optional("tax") + Optional("shipping") - Optional("discount"));

        decimal Optional(string name) => order.TryGetProperty(name, out JsonElement part) ? Amount(part) : 0;

        static decimal Amount(JsonElement amount) =>
            amount.GetProperty("value").GetInt64() / (decimal)amount.GetProperty("offset").GetInt64();
    }

    /// <summary>Asks prices with more digits than the currency has, takes more off than there is, adds odd shipping and taxes.</summary>
    private sealed class RandomShop(Random random) : IPriceSource, IDiscountSource, IShippingQuote, ITaxQuote
    {
        public string Currency { get; set; } = "USD";

        public Cart NextCart() => new()
        {
            ShopId = "shop",
            Id = "cart",
            Customer = new CustomerKey("pablo"),
            Lines =
            [
                .. Enumerable.Range(1, random.Next(1, 12)).Select(number => new CartLine
                {
                    RetailerId = "sku-" + number.ToString(CultureInfo.InvariantCulture),
                    Quantity = random.Next(1, random.Next(2, 1_000)),
                }),
            ],
            CreatedAt = DateTimeOffset.UnixEpoch,
            ExpiresAt = DateTimeOffset.UnixEpoch,
        };

        public Task<IReadOnlyList<ProductPrice>> GetPricesAsync(PriceRequest request, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<ProductPrice>>(
                [.. request.Products.Select(id => new ProductPrice { RetailerId = id, Name = "Goods", Price = Any(1_000_000_000) })]);

        public Task<Money> GetDiscountAsync(QuoteDraft draft, CancellationToken cancellationToken) => Task.FromResult(random.Next(3) switch
        {
            0 => new Money(0, Currency),
            1 => draft.Subtotal * 1.5m,
            _ => draft.Subtotal * (random.Next(1, 1_000) / 1_000m),
        });

        public Task<Money> GetShippingAsync(QuoteDraft draft, CancellationToken cancellationToken) =>
            Task.FromResult(random.Next(2) == 0 ? new Money(0, Currency) : Any(1_000_000));

        public Task<Money> GetTaxAsync(QuoteDraft draft, CancellationToken cancellationToken) =>
            Task.FromResult((draft.Subtotal - draft.Discount + draft.Shipping) * (random.Next(0, 2_500) / 10_000m));

        // Up to five digits behind the point: more than any of these currencies has.
        private Money Any(int most) => new(random.Next(most) / 100_000m, Currency);
    }
}
