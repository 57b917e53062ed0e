using System.Net;

namespace OwnShop;

/// <summary>
/// The shop's own checkout page, the only place where orders are placed. Customers pay on delivery.
/// </summary>
internal static class CheckoutPage
{
    public static void MapCheckout(this WebApplication app)
    {
        app.MapGet("/orders/{key}", (string key, OrderBook book, HttpContext context) =>
            book.Find(key) is OwnOrder order ? Page(context, order) : Results.NotFound());

        app.MapPost("/orders/{key}", async (string key, OrderBook book, Chat chat, CancellationToken ct) =>
        {
            if (book.Find(key) is not OwnOrder order)
            {
                return Results.NotFound();
            }

            // Idempotent: if the button is pressed twice, the order is placed once, and the idempotency key ensures that one confirmation
            // is sent.
            OwnOrder now = book.Place(order);
            if (now.IsPlaced)
            {
                await chat.ConfirmAsync(now, ct);
            }

            return Results.Redirect($"/orders/{key}");
        });
    }

    private static IResult Page(HttpContext context, OwnOrder order)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        string lines = string.Concat(order.Lines.Select(line =>
            $"<tr><td>{line.Quantity} x {WebUtility.HtmlEncode(line.Book.Title)}</td><td>{line.Total}</td></tr>"));
        string end = order switch
        {
            { IsPlaced: true } => "<p><strong>Ordered. You pay when we hand it over.</strong></p>",
            { Lines.Count: 0 } => "<p>Nothing of it is on our shelf any more.</p>",
            _ => "<form method=\"post\"><button>Place the order</button></form>",
        };
        return Results.Content(
            $"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Lantern Books: order {order.Number}</title></head>
            <body><main><h1>Order {order.Number}</h1>
            <table>{lines}<tr><th>Total</th><th>{order.Total}</th></tr></table>{end}</main></body></html>
            """,
            "text/html");
    }
}
