namespace WhatsCommerce.Storefronts;

/// <summary>Creates carts from other carts.</summary>
internal static class CartSteps
{
    /// <summary>A new open cart of the same customer with these lines.</summary>
    public static Cart Successor(Cart old, CartId id, IReadOnlyList<CartLine> lines, string? confirmed = null) => old with
    {
        Id = id,
        State = CartState.Open,
        Lines = lines,
        ConfirmedQuote = confirmed,
        OrderId = default,
        ReplacedBy = default,
        MessageId = default,
        Version = 0,
    };

    /// <summary>
    /// Merges lines of the same product by adding their quantities; a sum that overflows becomes <see cref="int.MaxValue"/>.
    /// </summary>
    public static IReadOnlyList<CartLine> Join(IEnumerable<CartLine> lines)
    {
        List<CartLine> joined = [];
        Dictionary<RetailerId, int> places = [];
        foreach (CartLine line in lines)
        {
            if (places.TryGetValue(line.RetailerId, out int place))
            {
                CartLine before = joined[place];
                joined[place] = before with
                {
                    Quantity = (int)Math.Min((long)before.Quantity + line.Quantity, int.MaxValue),
                    ShownPrice = before.ShownPrice == line.ShownPrice ? before.ShownPrice : null,
                };
            }
            else
            {
                places.Add(line.RetailerId, joined.Count);
                joined.Add(line);
            }
        }

        return joined;
    }
}
