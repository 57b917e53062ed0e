namespace WhatsCommerce.Storefronts;

/// <summary>The transitions of an order, each with the event that reports it.</summary>
internal static class OrderSteps
{
    /// <summary>The order as placed; an order that was canceled goes through review, as the state machine requires.</summary>
    public static Order Place(Order order, DateTimeOffset now)
    {
        Order ready = order.State == OrderState.Cancelled ? order.In(OrderState.NeedsReview) : order;
        return ready.In(OrderState.Placed) with { PlacedAt = order.PlacedAt ?? now, ReviewReason = null };
    }

    public static OrderPlaced Placed(Order order, DateTimeOffset now) => new()
    {
        Id = EventId(order, "placed"),
        ShopId = order.ShopId,
        Customer = order.Customer,
        At = now,
        OrderId = order.Id,
        OrderNumber = order.Number,
        PhoneNumberId = order.PhoneNumberId,
        CartId = order.CartId,
        Total = order.Quote.Total,
    };

    /// <summary>The change with its order in review, and the event that reports it.</summary>
    public static Change Review(Change change, Order order, ReviewReason reason, DateTimeOffset now) => change with
    {
        Order = (change.Order ?? order).In(OrderState.NeedsReview) with { ReviewReason = order.ReviewReason ?? reason },
        Events =
        [
            .. change.Events,
            new OrderNeedsReview
            {
                Id = EventId(change.Attempt, "review"),
                ShopId = order.ShopId,
                Customer = order.Customer,
                At = now,
                OrderId = order.Id,
                OrderNumber = order.Number,
                PhoneNumberId = order.PhoneNumberId,
                Reason = reason,
            },
        ],
    };

    public static OrderAdvanced Advanced(Order order, OrderState state, string? note, DateTimeOffset now) => new()
    {
        Id = EventId(order, "advanced"),
        ShopId = order.ShopId,
        Customer = order.Customer,
        At = now,
        OrderId = order.Id,
        OrderNumber = order.Number,
        PhoneNumberId = order.PhoneNumberId,
        State = state,
        Note = note,
    };

    /// <summary>The deterministic id of an event that a change of an attempt causes.</summary>
    public static string EventId(PaymentAttempt attempt, string kind) =>
        $"{attempt.Id}/{kind}/{attempt.Version.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Unique, because each version of an order causes at most one event of a kind, and only one writer gets it.</summary>
    public static string EventId(Order order, string kind) => $"{order.Id}/{kind}/{order.Version.ToString(CultureInfo.InvariantCulture)}";
}
