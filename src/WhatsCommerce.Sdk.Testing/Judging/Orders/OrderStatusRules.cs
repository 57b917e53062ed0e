namespace WhatsCommerce.Testing.Judging.Orders;

/// <summary>
/// The rules for the status of an order, in a message or a template. Source: Meta, payments/payments-br/orders and payments/payments-in/pg.
/// </summary>
internal static class OrderStatusRules
{
    // Meta's pages spell the third one both ways.
    private static readonly string[] Statuses =
        ["pending", "processing", "partially-shipped", "partially_shipped", "shipped", "completed", "canceled"];

    public static Refusal? Judge(Place parameters)
    {
        Place order = parameters["order"];
        Place payment = parameters["payment"];
        return parameters.NeedObject()
            ?? OrderRules.ReferenceId(parameters["reference_id"], Limits.ReferenceId)
            ?? (!order.IsThere && !payment.IsThere ? order.Missing() : null)
            ?? (order.IsThere
                ? order["status"].NeedWord(Statuses) ?? order["description"].AllowText("Description", Limits.StatusDescription)
                : null)
            ?? (payment.IsThere
                ? payment["status"].NeedWord("pending", "captured", "failed") ?? payment["timestamp"].AllowWhole(0, long.MaxValue)
                : null);
    }
}
