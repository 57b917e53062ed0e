namespace WhatsCommerce.Storefronts;

/// <summary>Prices a cart with exact arithmetic, in one currency, from the shop's own prices.</summary>
internal sealed class Pricer(
    IPriceSource prices, IDiscountSource? discounts, IShippingQuote? shipping, ITaxQuote? tax, TimeProvider time, Guards guards)
{
    // The largest valid unit price: below it, no line of a cart overflows 64 bits of minor units on its own.
    private const decimal LargestPrice = 1_000_000_000_000m;

    /// <summary>Prices a cart.</summary>
    /// <param name="cart">The cart.</param>
    /// <param name="options">The options of the shop.</param>
    /// <param name="cancellationToken">Canceled when the app stops.</param>
    /// <param name="linesOnly">
    /// Whether discount, shipping and tax are left out, because they may depend on answers that are still missing.
    /// </param>
    public async Task<PricedCart> PriceAsync(
        Cart cart, StorefrontOptions options, CancellationToken cancellationToken, bool linesOnly = false)
    {
        IReadOnlyList<ProductPrice> known = await prices.GetPricesAsync(
            new PriceRequest
            {
                ShopId = cart.ShopId,
                Customer = cart.Customer,
                CatalogId = cart.CatalogId,
                Products = [.. cart.Lines.Select(line => line.RetailerId)],
            },
            cancellationToken).ConfigureAwait(false);
        Dictionary<RetailerId, ProductPrice> byId = [];
        foreach (ProductPrice price in known)
        {
            byId[price.RetailerId] = price;
        }

        List<QuoteLine> lines = [];
        List<LineProblem> problems = [];
        Currency currency = default;
        foreach (CartLine line in cart.Lines)
        {
            Judge(line, byId.GetValueOrDefault(line.RetailerId), ref currency, lines, problems);
        }

        if (lines.Count == 0)
        {
            return new PricedCart { Problems = problems };
        }

        Quote quote = await CompleteAsync(cart, lines, currency, options, linesOnly, cancellationToken).ConfigureAwait(false);
        return new PricedCart { Quote = quote, Problems = problems, Changes = ChangesOf(cart, lines) };
    }

    private void Judge(CartLine line, ProductPrice? product, ref Currency currency, List<QuoteLine> lines, List<LineProblem> problems)
    {
        LineProblemKind? problem = null;
        int quantity = line.Quantity;
        Money? price = Usable(guards.Has(Guard.PricesComeFromTheShop) ? product?.Price : line.ShownPrice ?? product?.Price);
        if (product is null)
        {
            problem = LineProblemKind.Unknown;
        }
        else if (!product.CanBeOrdered || product.Available <= 0)
        {
            problem = LineProblemKind.SoldOut;
        }
        else if (price is null)
        {
            problem = LineProblemKind.Unpriced;
        }
        else if (currency.Code is not null && currency != price.Value.Currency)
        {
            problem = LineProblemKind.OtherCurrency;
        }
        else if (product.Available < quantity)
        {
            problem = LineProblemKind.NotEnough;
            quantity = product.Available.Value;
        }

        if (problem is LineProblemKind kind)
        {
            problems.Add(new LineProblem
            {
                RetailerId = line.RetailerId,
                Name = product?.Name ?? line.RetailerId.ToString(),
                Kind = kind,
                Available = kind == LineProblemKind.NotEnough ? quantity : 0,
            });
        }

        if (problem is null or LineProblemKind.NotEnough)
        {
            currency = price!.Value.Currency;
            lines.Add(new QuoteLine
            {
                RetailerId = line.RetailerId,
                Name = product!.Name,
                UnitPrice = price.Value,
                Quantity = quantity,
            });
        }
    }

    private async Task<Quote> CompleteAsync(
        Cart cart,
        List<QuoteLine> lines,
        Currency currency,
        StorefrontOptions options,
        bool linesOnly,
        CancellationToken cancellationToken)
    {
        Money zero = new(0, currency);
        Money subtotal = lines.Aggregate(zero, (sum, line) => sum + line.Total);
        QuoteDraft draft = new()
        {
            ShopId = cart.ShopId,
            Customer = cart.Customer,
            Answers = cart.Answers,
            Currency = currency,
            Lines = lines,
            Subtotal = subtotal,
            Discount = zero,
            Shipping = zero,
        };
        if (discounts is not null && !linesOnly)
        {
            Money discount = Part(await discounts.GetDiscountAsync(draft, cancellationToken).ConfigureAwait(false), currency, "discount");
            draft = draft with { Discount = discount.Amount > subtotal.Amount ? subtotal : discount };
        }

        if (shipping is not null && !linesOnly)
        {
            Money costs = await shipping.GetShippingAsync(draft, cancellationToken).ConfigureAwait(false);
            draft = draft with { Shipping = Part(costs, currency, "shipping") };
        }

        Money taxes = tax is null || linesOnly
            ? zero
            : Part(await tax.GetTaxAsync(draft, cancellationToken).ConfigureAwait(false), currency, "tax");
        return new Quote
        {
            Currency = currency,
            Lines = lines,
            Discount = draft.Discount,
            Shipping = draft.Shipping,
            Tax = taxes,
            PricesIncludeTax = options.PricesIncludeTax,
            ValidUntil = UnixTime.Now(time) + options.QuoteLifetime,
        };
    }

    private static IReadOnlyList<PriceChange> ChangesOf(Cart cart, List<QuoteLine> lines) =>
    [
        .. from line in lines
           let shown = cart.Lines.First(other => other.RetailerId == line.RetailerId).ShownPrice
           where shown is not null && shown != line.UnitPrice
           select new PriceChange
           {
               RetailerId = line.RetailerId,
               Name = line.Name,
               Shown = shown.Value,
               Price = line.UnitPrice,
           },
    ];

    /// <summary>The price as it is charged, in whole minor units; null if it is not valid.</summary>
    public static Money? Usable(Money? price) =>
        price is { Amount: >= 0 and <= LargestPrice, Currency.MinorUnits: not null } money ? money.Round() : null;

    private static Money Part(Money amount, Currency currency, string what) => amount.Currency == currency && amount.Amount >= 0
        ? amount.Round()
        : throw new InvalidOperationException(
            $"The {what} of a cart in {currency} came as {amount}; return an amount of 0 or more in the currency of the draft.");
}
