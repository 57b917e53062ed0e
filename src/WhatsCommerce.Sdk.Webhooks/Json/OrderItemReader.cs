namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads one line of an order.</summary>
internal static class OrderItemReader
{
    public static OrderItem? Read(ref JsonMemberReader r, int index, ref Fault fault)
    {
        if (!r.IsObject)
        {
            fault.Set(Path(index, ""), $"Expected an object, found {r.Describe()}.");
            r.Skip();
            return null;
        }

        string? retailerId = null;
        int? quantity = null;
        decimal? price = null;
        string? currency = null;
        string foundAsRetailerId = "nothing";
        string foundAsQuantity = "nothing";
        MemberSlice priceSlice = default;
        MemberSlice currencySlice = default;
        Rest rest = default;
        while (r.NextMember(out Member member))
        {
            if (member.Is("product_retailer_id"u8))
            {
                foundAsRetailerId = r.Describe();
                if (r.TryString(out retailerId))
                {
                    continue;
                }
            }
            else if (member.Is("quantity"u8))
            {
                foundAsQuantity = r.Describe();
                if (r.TryInt32(out quantity))
                {
                    continue;
                }
            }
            else if (member.Is("item_price"u8) && r.TryDecimal(out price))
            {
                priceSlice = r.Slice(member);
                continue;
            }
            else if (member.Is("currency"u8) && r.TryWord(out currency))
            {
                currencySlice = r.Slice(member);
                continue;
            }

            r.Keep(member, ref rest);
        }

        if (string.IsNullOrWhiteSpace(retailerId))
        {
            fault.Set(Path(index, ".product_retailer_id"), $"Expected the id of a product, found {foundAsRetailerId}.");
            return null;
        }

        if (quantity is not >= 1)
        {
            fault.Set(Path(index, ".quantity"), $"Expected a whole number from 1 to {int.MaxValue}, found {(quantity is int n ? n : foundAsQuantity)}.");
            return null;
        }

        Money? itemPrice = null;
        if (price is decimal amount && !string.IsNullOrWhiteSpace(currency))
        {
            itemPrice = new Money(amount, currency);
        }
        else
        {
            // A price without a currency is no amount, and a currency without a price neither: kept as they came.
            rest.AddIfPresent(priceSlice);
            rest.AddIfPresent(currencySlice);
        }

        return new OrderItem
        {
            RetailerId = retailerId,
            Quantity = quantity.Value,
            ItemPrice = itemPrice,
            AdditionalProperties = rest.ToProperties(r.Body),
        };
    }

    private static string Path(int index, string member) => FormattableString.Invariant($".order.product_items[{index}]{member}");
}
