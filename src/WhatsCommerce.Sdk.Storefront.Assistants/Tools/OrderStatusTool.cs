namespace WhatsCommerce.Storefronts;

/// <summary>Returns the status of the customer's own orders.</summary>
internal sealed class OrderStatusTool : ShopTool
{
    private const int LongestNumber = 40;
    private const int Most = 5;

    public override string Name => "order_status";

    public override string Description => "Tells how the customer's last 5 orders stand, or one of them by its number.";

    public override bool IsReadOnly => true;

    public override JsonElement Schema { get; } = JsonElement.Parse(
        """
        {"type":"object","properties":{"order_number":{"type":"string","maxLength":40}},"additionalProperties":false}
        """);

    public override bool IsOffered(AssistantShop shop) => shop.Rooms is not null;

    public override async Task<JsonObject> RunAsync(ToolArguments arguments, ToolRun run, CancellationToken cancellationToken)
    {
        arguments.Allow("order_number");
        StorefrontOrders orders = run.Shop.Rooms!.Orders;
        IReadOnlyList<Order> found;
        if (arguments.OptionalText("order_number", LongestNumber) is string number)
        {
            Order? order = await orders.FindByNumberAsync(number, cancellationToken).ConfigureAwait(false);

            // Other customers' orders are treated as nonexistent.
            found = order is not null && order.Customer == run.Customer
                ? [order]
                : throw ToolRefusal.Declined("This customer has no order of this number.");
        }
        else
        {
            found = await orders.ListAsync(new OrderQuery { Customer = run.Customer, Limit = Most }, cancellationToken)
                .ConfigureAwait(false);
        }

        JsonArray list = [];
        foreach (Order order in found.Where(order => order.Customer == run.Customer))
        {
            list.Add((JsonNode)Describe(order, run));
        }

        return new JsonObject { ["orders"] = list };
    }

    private static JsonObject Describe(Order order, ToolRun run)
    {
        run.Tools.Facts.AddReference(order.Number);
        JsonObject told = CartJson.Of(order.Quote, run);
        told["order_number"] = order.Number;
        told["state"] = order.State switch
        {
            OrderState.AwaitingCheckout => "not ordered yet",
            OrderState.Placed => "placed",
            OrderState.Fulfilling => "being prepared or under way",
            OrderState.Done => "done",
            OrderState.Cancelled => "cancelled",
            _ => "a person of the shop looks at it",
        };
        told["payment"] = order.Payment switch
        {
            OrderPaymentState.Due => "not paid",
            OrderPaymentState.Pending => "on its way",
            OrderPaymentState.Paid => "paid",
            OrderPaymentState.PartlyRefunded => "partly given back",
            OrderPaymentState.Refunded => "given back",
            _ => "a person of the shop looks at it",
        };
        if (order.Refunded.Amount > 0)
        {
            told["given_back"] = run.Amount(order.Refunded);
        }

        told["date"] = (order.PlacedAt ?? order.CreatedAt).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return told;
    }
}
