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

        OrderItemDraft line = new();
        Rest rest = default;
        Draft.Fill(ref line, ref r, ref rest);
        if (line.RetailerId is null)
        {
            fault = At(index, ".product_retailer_id", $"Expected the id of a product, found {line.FoundAsRetailerId}.");
            return false;
        }

        if (line.Quantity is not >= 1)
        {
            fault = At(
                index, ".quantity", $"Expected a whole number from 1 to {int.MaxValue}, found {line.FoundAsQuantity} that is none.");
            return false;
        }

        fault = default;
        item = new OrderItem
        {
            RetailerId = line.RetailerId,
            Quantity = line.Quantity.Value,
            ItemPrice = line.TakePrice(ref rest),
            AdditionalProperties = rest.ToProperties(r.Body),
        };
        return true;
    }

    private static Fault At(int index, string member, string reason) =>
        new(FormattableString.Invariant($".order.product_items[{index}]{member}"), reason);

    /// <summary>The members of a line, and the position of an unreadable value.</summary>
    private struct OrderItemDraft() : IDraft
    {
        public string? RetailerId;
        public string FoundAsRetailerId = "nothing";
        public int? Quantity;
        public string FoundAsQuantity = "nothing";

        private decimal? _price;
        private MemberSlice _priceSlice;
        private string? _currency;
        private MemberSlice _currencySlice;

        public bool TryTake(ref JsonMemberReader r, in Member member, ref Rest rest)
        {
            if (member.Is("product_retailer_id"u8))
            {
                FoundAsRetailerId = r.Describe();
                return r.TryId(out RetailerId);
            }

            if (member.Is("quantity"u8))
            {
                FoundAsQuantity = r.Describe();
                return r.TryInt32(out Quantity);
            }

            if (member.Is("item_price"u8))
            {
                _ = r.TryDecimal(out _price);
                _priceSlice = r.Slice(member);
                return true;
            }

            if (member.Is("currency"u8))
            {
                _ = r.TryWord(out _currency);
                _currencySlice = r.Slice(member);
                return true;
            }

            return false;
        }

        /// <summary>
        /// Takes the price; a price without a currency is not an amount, nor is a currency without a price: both are kept.
        /// </summary>
        public readonly Money? TakePrice(ref Rest rest)
        {
            if (_price is decimal amount && !string.IsNullOrWhiteSpace(_currency))
            {
                return new Money(amount, _currency);
            }

            rest.AddIfPresent(_priceSlice);
            rest.AddIfPresent(_currencySlice);
            return null;
        }
    }
}
