using System.Net;
using WhatsCommerce.Webhooks;

namespace CornerShop;

/// <summary>The page that the link in the summary opens. Orders are placed only here.</summary>
public static class Checkout
{
    public static void MapCheckout(this WebApplication app)
    {
        app.MapGet("/checkout/{link}", (string link, Orders orders, MessageLog messages) => orders.Find(link) is Order order
            ? Page(order, messages.Of(order.Confirmation))
            : Results.NotFound());

        app.MapPost("/checkout/{link}", (string link, Orders orders, Confirmations confirmations) =>
        {
            if (orders.Find(link) is not Order order)
            {
                return Results.NotFound();
            }

            if (order.Total.Length > 0)
            {
                // The order is placed even if WhatsApp cannot be reached.
                orders.Place(link);
                confirmations.Wake();
            }

            return Results.Redirect($"/checkout/{link}");
        });
    }

    private static IResult Page(Order order, MessageProgress confirmation)
    {
        string state = order switch
        {
            { Total.Length: 0 } => "<p>Nothing is left to order.",
            { IsPlaced: false } => "<form method=post><button>Place the order</button></form>",
            { Confirmation.HasValue: false } => "<p><b>Ordered. Thank you!</b> We will write to you in WhatsApp.",
            _ => $"<p><b>Ordered. Thank you!</b> Our message in WhatsApp: {confirmation.Status.Value ?? "on its way"}",
        };
        return Results.Content(
            $"""
            <!doctype html><meta charset=utf-8><meta name=viewport content=width=device-width><title>Checkout</title>
            <h1>Your order</h1><pre>{WebUtility.HtmlEncode(order.Lines)}</pre><p>Total: {order.Total}{state}
            """,
            "text/html");
    }
}
