using System.Net;

namespace OrderBot;

/// <summary>The checkout page that the link in a summary opens. Orders are placed only here.</summary>
internal static class Checkout
{
    public static void MapCheckout(this WebApplication app)
    {
        app.MapGet("/checkout/{key}", (string key, Orders orders) =>
            orders.Find(key) is PricedOrder order ? Page(order, orders.IsPlaced(key)) : Results.NotFound());

        app.MapPost("/checkout/{key}", (string key, Orders orders, Confirmations confirmations) =>
        {
            if (orders.Find(key) is not PricedOrder order)
            {
                return Results.NotFound();
            }

            if (order.Lines.Count > 0)
            {
                // The order is placed even if WhatsApp cannot be reached.
                orders.Place(key);
                confirmations.Wake();
            }

            return Results.Redirect($"/checkout/{key}");
        });
    }

    private static IResult Page(PricedOrder order, bool placed)
    {
        string lines = string.Concat(order.Lines.Select(line =>
            $"<tr><td>{line.Quantity} x {WebUtility.HtmlEncode(line.Product.Title)}<td align=right>{line.Total}"));
        string action = placed ? "<p><b>Ordered. Thank you!</b>" : "<form method=post><button>Place the order</button></form>";
        return Results.Content(
            $"<!doctype html><meta charset=utf-8><meta name=viewport content=width=device-width><title>Checkout</title><h1>Your "
                + $"order</h1><table>{lines}<tr><th>Total<th align=right>{order.Total}</table>{action}",
            "text/html");
    }
}
