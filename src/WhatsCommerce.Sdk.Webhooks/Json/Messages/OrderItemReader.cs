using System.Diagnostics.CodeAnalysis;

namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads one line of an order.</summary>
internal static class OrderItemReader
{
    public static bool TryRead(ref JsonMemberReader r, int index, [NotNullWhen(true)] out OrderItem? item, out Fault fault)
    {
        item = null;
        if (!r.IsObject)
        {
            fault = At(index, "", $"Expected an object, found {r.Describe()}.");
            r.Skip();
            return false;
        }

        string? retailerId = null;
        string foundAsRetailerId = "nothing";
        int? quantity = null;
        string foundAsQuantity = "nothing";
        decimal? price = null;
        MemberSlice priceSlice = default;
        string? currency = null;
        MemberSlice currencySlice = default;
        Rest rest = default;
        while (r.NextMember(out Member member))
        {
            if (member.Is("product_retailer_id"u8))
            {
                foundAsRetailerId = r.Describe();
                if (r.TryId(out retailerId))
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
            else if (member.Is("item_price"u8))
            {
                _ = r.TryDecimal(out price);
                priceSlice = r.Slice(member);
                continue;
            }
            else if (member.Is("currency"u8))
            {
                _ = r.TryWord(out currency);
                currencySlice = r.Slice(member);
                continue;
            }

            r.Keep(member, ref rest);
        }

        if (retailerId is null)
        {
            fault = At(index, ".product_retailer_id", $"Expected the id of a product, found {foundAsRetailerId}.");
            return false;
        }

        if (quantity is not >= 1)
        {
            fault = At(index, ".quantity", $"Expected a whole number from 1 to {int.MaxValue}, found {foundAsQuantity} that is none.");
            return false;
        }

        Money? itemPrice = null;
        if (price is decimal amount && !string.IsNullOrWhiteSpace(currency))
        {
            itemPrice = new Money(amount, currency);
        }
        else
        {
            // A price without a currency is no amount, nor is a currency without a price: both stay as they came.
            rest.AddIfPresent(priceSlice);
            rest.AddIfPresent(currencySlice);
        }

        fault = default;
        item = new OrderItem
        {
            RetailerId = retailerId,
            Quantity = quantity.Value,
            ItemPrice = itemPrice,
            AdditionalProperties = rest.ToProperties(r.Body),
        };
        return true;
    }

    private static Fault At(int index, string member, string reason) =>
        new(FormattableString.Invariant($".order.product_items[{index}]{member}"), reason);
}
