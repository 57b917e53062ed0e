using WhatsCommerce;
using WhatsCommerce.Storefronts;

namespace OwnShop;

/// <summary>An order in the shop's existing format, plus the cart that it was created from.</summary>
/// <param name="Number">The shop's own number.</param>
/// <param name="Key">The unguessable key in the URL of the order's page.</param>
/// <param name="Cart">The id of the cart, which has one order however often its event is delivered.</param>
/// <param name="To">The recipient of messages.</param>
/// <param name="Lines">The available items.</param>
/// <param name="Missing">The requested items that are not available.</param>
internal sealed record OwnOrder(
    string Number, string Key, CartId Cart, Recipient To, IReadOnlyList<OwnLine> Lines, IReadOnlyList<string> Missing)
{
    public bool IsPlaced { get; init; }

    public Money Total => Lines.Aggregate(new Money(0, "EUR"), (sum, line) => sum + line.Total);
}

internal sealed record OwnLine(Book Book, int Quantity, Money? Shown)
{
    public Money Total => Book.Price * Quantity;

    public bool PriceDiffers => Shown is Money shown && shown != Book.Price;
}
