using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using WhatsCommerce;
using WhatsCommerce.Webhooks;

namespace CornerShop;

/// <summary>The priced carts, whether they were checked out, and whether the customer was notified.</summary>
public sealed class Orders(ShopDatabase database)
{
    private const string Columns = "select cart, link, customer, lines, total, placed, confirmation from orders";

    /// <summary>Stores a priced cart. Idempotent: a redelivered cart keeps its link and its price.</summary>
    public Order Offer(OrderEvent cart)
    {
        (Money total, string lines) = Shelf.Price(cart);
        database.Execute(
            """
            insert into orders (cart, link, customer, lines, total) values ($cart, $link, $customer, $lines, $total)
            on conflict (cart) do nothing
            """,
            ("$cart", cart.Id.Value),
            // The link is unguessable, because anybody who has it can order.
            ("$link", RandomNumberGenerator.GetHexString(32, lowercase: true)),
            ("$customer", cart.Customer.ToRecipient().Value),
            ("$lines", lines),
            ("$total", total.Amount == 0 ? "" : total.ToString()));
        return database.Query($"{Columns} where cart = $cart", Read, ("$cart", cart.Id.Value)).Single();
    }

    public Order? Find(string link) => database.Query($"{Columns} where link = $link", Read, ("$link", link)).SingleOrDefault();

    /// <summary>Places an order. Idempotent.</summary>
    public void Place(string link) => database.Execute("update orders set placed = 1 where link = $link", ("$link", link));

    /// <summary>The placed orders whose customers have not been notified yet.</summary>
    public IReadOnlyList<Order> Unconfirmed() => database.Query($"{Columns} where placed = 1 and is_settled = 0", Read);

    /// <summary>Marks an order as settled, so that nothing more is sent for it.</summary>
    /// <param name="order">The order.</param>
    /// <param name="confirmation">The confirmation message; default when the customer cannot be notified in the chat.</param>
    public void Settle(Order order, MessageId confirmation) => database.Execute(
        "update orders set is_settled = 1, confirmation = $confirmation where cart = $cart",
        ("$cart", order.Cart.Value),
        ("$confirmation", confirmation.Value));

    private static Order Read(SqliteDataReader row) => new(
        row.GetString(0),
        row.GetString(1),
        row.GetString(2),
        row.GetString(3),
        row.GetString(4),
        row.GetBoolean(5),
        row.IsDBNull(6) ? default : (MessageId)row.GetString(6));
}

/// <param name="Cart">The id of the cart's message.</param>
/// <param name="Link">The last segment of the checkout page's URL.</param>
/// <param name="Customer">Who ordered.</param>
/// <param name="Lines">The ordered items, one per line.</param>
/// <param name="Total">The total; empty when nothing is left to order.</param>
/// <param name="IsPlaced">Whether it was checked out.</param>
/// <param name="Confirmation">The confirmation message; default until there is one.</param>
public sealed record Order(
    MessageId Cart, string Link, Recipient Customer, string Lines, string Total, bool IsPlaced, MessageId Confirmation);
