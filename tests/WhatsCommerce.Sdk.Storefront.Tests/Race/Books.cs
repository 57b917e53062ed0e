using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.Race;

/// <summary>The shop's books beside the provider's. The provider's are the truth.</summary>
internal sealed class Books
{
    private const string Shop = "shop";

    private readonly IReadOnlyList<Session> _sessions;
    private readonly List<string> _wrong = [];

    private Books(IReadOnlyList<Session> sessions) => _sessions = sessions;

    public required IReadOnlyList<Order> Orders { get; init; }

    public required IReadOnlyList<Cart> Carts { get; init; }

    public required ILookup<OrderId, PaymentAttempt> Attempts { get; init; }

    public static Books Read(MemoryStorefrontStore store, IReadOnlyList<Session> sessions)
    {
        Order[] orders = [.. store.AllOrders.Where(order => order.ShopId == Shop)];
        return new Books(sessions)
        {
            Orders = orders,
            Carts = [.. store.AllCarts],
            Attempts = store.AllAttempts.ToLookup(attempt => attempt.OrderId),
        };
    }

    public IReadOnlyList<string> Judge(Mischief mischief, FakeShelf shelf, Money devicePrice, HashSet<string> agreed)
    {
        if (Carts.Count(cart => cart.MessageId.HasValue) > 1)
        {
            _wrong.Add("one message made two carts");
        }

        foreach (Session session in _sessions.Where(session => session.Charge is not null))
        {
            JudgeCharge(session, mischief);
        }

        foreach (Session session in _sessions.Where(session => !Attempts[session.Order].Any(attempt => attempt.Id == session.Attempt)))
        {
            _wrong.Add($"the provider offers {session.Attempt}, of which the shop has no row");
        }

        foreach (Order order in Orders)
        {
            JudgeOrder(order, mischief);
            JudgePrice(order, shelf, devicePrice, agreed);
            if (order.PlacedAt is not null && !shelf.Sold.Contains(order.Id) && order.DecidedBy is null)
            {
                _wrong.Add($"order {order.Number} was placed without goods");
            }
        }

        foreach (PaymentAttempt attempt in Attempts.SelectMany(attempts => attempts))
        {
            if (attempt.IsLive)
            {
                _wrong.Add($"attempt {attempt.Id} is still {attempt.State} after the sweep");
            }
        }

        return _wrong;
    }

    /// <summary>Each charge belongs to one order that knows of it, or that needs a person.</summary>
    private void JudgeCharge(Session session, Mischief mischief)
    {
        PaymentAttempt? attempt = Attempts[session.Order].SingleOrDefault(one => one.Id == session.Attempt);
        Order? order = Orders.SingleOrDefault(one => one.Id == session.Order);
        if (attempt is null || order is null)
        {
            _wrong.Add($"nobody knows of the charge of {session.Attempt}");
            return;
        }

        if (attempt.State != AttemptState.Paid || attempt.Paid != session.Charge)
        {
            _wrong.Add($"{session.Attempt} was charged, and is {attempt.State}");
        }

        bool mustBeHeld = session.IsLate || mischief is not (Mischief.None or Mischief.LateCapture);
        if (mustBeHeld && order.State != OrderState.NeedsReview)
        {
            _wrong.Add($"the charge of {session.Attempt} ({mischief}) passed without a person: {order.State}");
        }

        if (!mustBeHeld && order is { State: OrderState.NeedsReview, ReviewReason: not ReviewReason.StockGone }
            && mischief != Mischief.LateCapture)
        {
            _wrong.Add($"a charge in good time was held: {order.ReviewReason}");
        }

        if (!mustBeHeld && order.State is not (OrderState.Placed or OrderState.NeedsReview))
        {
            _wrong.Add($"{session.Attempt} was charged, and its order is {order.State}");
        }

        decimal back = session.Refunds.Sum(refund => refund.Amount.Amount);
        if (back > session.Charge!.Value.Amount)
        {
            _wrong.Add($"{back} was given back of {session.Charge}");
        }
    }

    private void JudgeOrder(Order order, Mischief mischief)
    {
        Session[] charges = [.. _sessions.Where(session => session.Order == order.Id && session.Charge is not null)];
        bool isMarked = order.DecidedBy is not null;
        if (charges.Length + (isMarked ? 1 : 0) > 1 && (mischief != Mischief.LateCapture || order.State != OrderState.NeedsReview))
        {
            _wrong.Add($"order {order.Number} was paid {charges.Length} times, and {(isMarked ? "" : "not ")}marked");
        }

        if (order.State == OrderState.Placed && !isMarked && !charges.Any(charge => charge.Charge == order.Quote.Total))
        {
            _wrong.Add($"order {order.Number} was placed and not paid");
        }

        decimal back = charges.Where(charge => charge.Charge!.Value.Currency == order.Quote.Currency)
            .SelectMany(charge => charge.Refunds).Sum(refund => refund.Amount.Amount);
        if (!isMarked && (back != order.Refunded.Amount || order.RefundsReserved != order.Refunded))
        {
            _wrong.Add($"the provider gave back {back}, the shop knows of {order.Refunded} and reserves {order.RefundsReserved}");
        }
    }

    /// <summary>What is offered is the shop's own price, and the one that the customer saw or agreed to.</summary>
    private void JudgePrice(Order order, FakeShelf shelf, Money devicePrice, HashSet<string> agreed)
    {
        if (!order.AttemptId.HasValue && Attempts[order.Id].FirstOrDefault() is null)
        {
            return;
        }

        Money price = order.Quote.Lines.Single().UnitPrice;
        if (!shelf.Prices.Contains(price))
        {
            _wrong.Add($"order {order.Number} has the price {price}, which the shop never asked");
        }

        if (price != devicePrice && !agreed.Contains(order.Quote.Fingerprint))
        {
            _wrong.Add($"order {order.Number} has the price {price}, to which the customer never agreed");
        }
    }
}
