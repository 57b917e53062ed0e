namespace WhatsCommerce.Storefronts;

/// <summary>Locks a cart: prices it, asks the open questions, holds the stock, and freezes the quote as an order.</summary>
internal sealed class CartLock(
    ShopServices shop, Pricer pricer, IStockHold stock, IOrderNumbers numbers, IEnumerable<ICheckoutRule> rules, CheckoutSteps steps)
{
    // Providers and order_details messages store minor units, times up to 1000, in 64 bits.
    private const decimal LargestTotal = long.MaxValue / 1_000m;

    /// <summary>Locks an open cart and stores its order, with the first payment attempt if the provider is already known.</summary>
    /// <param name="cart">The cart.</param>
    /// <param name="attemptOf">Creates the attempt of an order; null when the customer has to choose a provider.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// What to tell or ask the customer, or what was stored; neither when the cart was changed concurrently and must be read again.
    /// </returns>
    public async Task<(OfferResult? Told, LockedCart? Locked)> TryLockAsync(
        Cart cart, Func<Order, PaymentAttempt?> attemptOf, CancellationToken cancellationToken)
    {
        (OfferResult? told, Quote? quote) = await JudgeAsync(cart, cancellationToken).ConfigureAwait(false);
        return quote is null ? (told, null) : await FreezeAsync(cart, quote, attemptOf, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Prices a cart, and determines what to tell or ask the customer before it is locked.</summary>
    /// <returns>The quote when there is nothing to tell or ask; neither when the cart must be read again.</returns>
    private async Task<(OfferResult? Told, Quote? Quote)> JudgeAsync(Cart cart, CancellationToken cancellationToken)
    {
        if (cart.Lines.Count > shop.Options.MaxLines || cart.Lines.Any(line => line.Quantity > shop.Options.MaxQuantity))
        {
            return (new OfferResult { Outcome = OfferOutcome.TooLarge, Cart = cart }, null);
        }

        ICheckoutStep? unanswered = steps.NextOf(cart);
        PricedCart priced = await pricer.PriceAsync(cart, shop.Options, cancellationToken, linesOnly: unanswered is not null)
            .ConfigureAwait(false);
        if (priced.Problems.Count > 0 || priced.Quote is not Quote quote)
        {
            return (
                new OfferResult
                {
                    Outcome = OfferOutcome.ConfirmRest,
                    Cart = cart,
                    Quote = priced.Quote,
                    Problems = priced.Problems,
                    Changes = priced.Changes,
                },
                null);
        }

        if (quote.Total.Amount > LargestTotal)
        {
            return (new OfferResult { Outcome = OfferOutcome.TooLarge, Cart = cart }, null);
        }

        if (unanswered is not null)
        {
            return (
                await ObjectAsync(cart, quote, cancellationToken).ConfigureAwait(false)
                    ?? await AskAsync(cart, quote, unanswered, cancellationToken).ConfigureAwait(false),
                null);
        }

        bool mustAsk = cart.ConfirmedQuote is null ? priced.Changes.Count > 0 : cart.ConfirmedQuote != quote.Fingerprint;
        if (mustAsk && shop.Guards.Has(Guard.ChangedPriceIsConfirmed))
        {
            return (
                new OfferResult { Outcome = OfferOutcome.ConfirmPrice, Cart = cart, Quote = quote, Changes = priced.Changes }, null);
        }

        OfferResult? objected = await ObjectAsync(cart, quote, cancellationToken).ConfigureAwait(false);
        return (objected, objected is null ? quote : null);
    }

    /// <summary>Prices a cart again, without asking anything or changing a row.</summary>
    public Task<PricedCart> PriceAsync(Cart cart, CancellationToken cancellationToken) =>
        pricer.PriceAsync(cart, shop.Options, cancellationToken);

    /// <summary>Prices a cart for display before the lock: amounts that depend on unanswered checkout steps are left out.</summary>
    public Task<PricedCart> PreviewAsync(Cart cart, CancellationToken cancellationToken) =>
        pricer.PriceAsync(cart, shop.Options, cancellationToken, linesOnly: steps.NextOf(cart) is not null);

    /// <summary>Creates the order of a cart without writing the cart's row.</summary>
    public async Task<Order> OrderOfAsync(Cart cart, OrderId id, Quote quote, CancellationToken cancellationToken) => new()
    {
        ShopId = shop.ShopId,
        Id = id,
        Number = await numbers.NextAsync(shop.ShopId, cancellationToken).ConfigureAwait(false),
        CartId = cart.Id,
        Customer = cart.Customer,
        To = cart.To,
        PhoneNumberId = cart.PhoneNumberId,
        Note = cart.Note ?? NoteStep.Read(cart.Answers),
        Answers = cart.Answers,
        Language = cart.Language,
        Quote = quote,
        Paid = new Money(0, quote.Currency),
        Refunded = new Money(0, quote.Currency),
        RefundsReserved = new Money(0, quote.Currency),
        CreatedAt = shop.Now,
    };

    /// <summary>Holds the stock of an order.</summary>
    /// <returns>The lines of which less was granted than requested; in that case nothing is held.</returns>
    public async Task<IReadOnlyList<LineProblem>> HoldAsync(OrderId id, Quote quote, CancellationToken cancellationToken)
    {
        StockRequest request = StockRequest.Of(shop.ShopId, id, quote);
        IReadOnlyDictionary<RetailerId, int> granted = await stock.HoldAsync(request, cancellationToken).ConfigureAwait(false);
        List<LineProblem> problems = [];
        foreach (QuoteLine line in quote.Lines)
        {
            int count = granted.GetValueOrDefault(line.RetailerId);
            if (count < line.Quantity)
            {
                problems.Add(new LineProblem
                {
                    RetailerId = line.RetailerId,
                    Name = line.Name,
                    Kind = count > 0 ? LineProblemKind.NotEnough : LineProblemKind.SoldOut,
                    Available = Math.Max(count, 0),
                });
            }
        }

        if (problems.Count > 0)
        {
            await stock.ReleaseAsync(request, cancellationToken).ConfigureAwait(false);
        }

        return problems;
    }

    public Task ReleaseAsync(OrderId id, Quote quote, CancellationToken cancellationToken) =>
        stock.ReleaseAsync(StockRequest.Of(shop.ShopId, id, quote), cancellationToken);

    public Task<bool> ConfirmAsync(OrderId id, Quote quote, CancellationToken cancellationToken) =>
        stock.ConfirmAsync(StockRequest.Of(shop.ShopId, id, quote), cancellationToken);

    private async Task<OfferResult?> ObjectAsync(Cart cart, Quote quote, CancellationToken cancellationToken)
    {
        foreach (ICheckoutRule rule in rules)
        {
            if (await rule.ObjectAsync(cart, quote, cancellationToken).ConfigureAwait(false) is string objection)
            {
                return new OfferResult
                {
                    Outcome = OfferOutcome.RuleObjects,
                    Cart = cart,
                    Quote = quote,
                    Objection = objection,
                    ObjectionStep = steps.Find(rule.ChangesAnswerOf)?.Name,
                };
            }
        }

        return null;
    }

    /// <summary>Asks a step's question and records it in the cart, so that a plain-text reply is read as its answer.</summary>
    private async Task<OfferResult?> AskAsync(Cart cart, Quote quote, ICheckoutStep step, CancellationToken cancellationToken)
    {
        if (cart.AskedStep != step.Name)
        {
            StorefrontStep asking = new() { ShopId = shop.ShopId, Carts = [cart with { AskedStep = step.Name }] };
            await shop.CommitAsync(asking, [], cancellationToken).ConfigureAwait(false);

            // Read the cart again: the question must match its current row.
            return null;
        }

        return new OfferResult
        {
            Outcome = OfferOutcome.AnswerStep,
            Cart = cart,
            Quote = quote,
            Question = await steps.AskAsync(cart, step, cancellationToken).ConfigureAwait(false),
        };
    }

    private async Task<(OfferResult? Told, LockedCart? Locked)> FreezeAsync(
        Cart cart, Quote quote, Func<Order, PaymentAttempt?> attemptOf, CancellationToken cancellationToken)
    {
        OrderId id = shop.Ids.Next();
        if (await HoldAsync(id, quote, cancellationToken).ConfigureAwait(false) is { Count: > 0 } problems)
        {
            OfferResult told = new()
            {
                Outcome = OfferOutcome.ConfirmRest,
                Cart = cart,
                Quote = Rest(quote, problems),
                Problems = problems,
            };
            return (told, null);
        }

        Order order = await OrderOfAsync(cart, id, quote, cancellationToken).ConfigureAwait(false);
        PaymentAttempt? attempt = attemptOf(order);
        order = attempt is null ? order : order with { AttemptId = attempt.Id };
        Cart locked = cart.In(CartState.Locked) with { OrderId = id, AskedStep = null };
        StorefrontStep step = new()
        {
            ShopId = shop.ShopId,
            Carts = [locked],
            Orders = [order],
            Attempts = attempt is null ? [] : [attempt],
        };
        if (!await shop.CommitAsync(step, [], cancellationToken).ConfigureAwait(false))
        {
            await ReleaseAsync(id, quote, cancellationToken).ConfigureAwait(false);
            return (null, null);
        }

        return (
            null,
            new LockedCart(
                locked with { Version = cart.Version + 1 },
                order with { Version = 1 },
                attempt is null ? null : attempt with { Version = 1 }));
    }

    /// <summary>
    /// The lines that remain when the stock does not cover all of them. Discount, shipping and tax belong to the whole cart, so they are
    /// left out: the rest is priced again once the customer agrees.
    /// </summary>
    private static Quote? Rest(Quote quote, IReadOnlyList<LineProblem> problems)
    {
        QuoteLine[] lines =
        [
            .. quote.Lines
                .Select(line => line with
                {
                    Quantity = problems.FirstOrDefault(problem => problem.RetailerId == line.RetailerId)?.Available ?? line.Quantity,
                })
                .Where(line => line.Quantity > 0),
        ];
        Money zero = new(0, quote.Currency);
        return lines.Length == 0 ? null : quote with { Lines = lines, Discount = zero, Shipping = zero, Tax = zero };
    }
}
