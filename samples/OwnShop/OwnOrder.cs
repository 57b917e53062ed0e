using WhatsCommerce;
using WhatsCommerce.Storefronts;

namespace OwnShop;

/// <summary>An order as this shop has always kept them; new in it is only the cart that it came from.</summary>
/// <param name="Number">The shop's own number.</param>
/// <param name="Key">What nobody can guess; it opens the order's page.</param>
/// <param name="Cart">The cart, which makes one order however often it is told of.</param>
/// <param name="To">Where the customer is written to.</param>
/// <param name="Lines">What is sold.</param>
/// <param name="Missing">What was asked for and is not there.</param>
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
