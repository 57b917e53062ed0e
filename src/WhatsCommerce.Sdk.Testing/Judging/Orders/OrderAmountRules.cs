namespace WhatsCommerce.Testing.Judging.Orders;

/// <summary>
/// The rules for the amounts of an order: whole numbers of hundredths, and sums that are correct. Source: Meta, payments/payments-br/orders
/// and payments/payments-in/pg.
/// </summary>
internal static class OrderAmountRules
{
    private const int Offset = 100;

    /// <summary>A required amount: <c>{"value": 1234, "offset": 100}</c>.</summary>
    public static Refusal? Amount(Place amount) =>
        amount.NeedObject()
        ?? amount["value"].NeedWhole(0, long.MaxValue)
        ?? amount["offset"].NeedWhole(Offset, Offset);

    /// <summary>Validates the price and the sale price of an item.</summary>
    public static Refusal? Price(Place item)
    {
        Place sale = item["sale_amount"];
        return Amount(item["amount"])
            ?? (sale.IsThere ? Amount(sale) : null)
            ?? (sale.IsThere && ValueOf(sale) >= ValueOf(item["amount"]) ? sale.Wrong("must be less than the amount of the item") : null);
    }

    /// <summary>Checks that the subtotal is the sum of the items, and the total that of all parts.</summary>
    public static Refusal? Sums(Place total, Place order)
    {
        // A price has 63 bits and a quantity 31: the sum over all items that fit into a request stays far below 127 bits.
        Int128 items = 0;
        foreach (Place item in order["items"].Items)
        {
            items += ValueOf(item["sale_amount"].IsThere ? item["sale_amount"] : item["amount"]) * ValueOf(
                item["quantity"], isAmount: false);
        }

        Int128 sum = items + ValueOf(order["tax"]) + ValueOf(order["shipping"]) - ValueOf(order["discount"]);
        return items != ValueOf(order["subtotal"]) ? order["subtotal"].Wrong($"must be the sum of the items: {items}")
            : sum != ValueOf(total) ? total.Wrong($"must be subtotal + tax + shipping - discount: {sum}")
            : null;
    }

    private static Int128 ValueOf(Place place, bool isAmount = true) => (isAmount ? place["value"] : place).Whole ?? 0;
}
