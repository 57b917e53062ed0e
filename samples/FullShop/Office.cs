using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using WhatsCommerce.Storefronts;

namespace FullShop;

/// <summary>The page for the shop's staff: the orders, and actions on them. For this machine only.</summary>
internal static class Office
{
    private const string Head = """
        <!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <title>The corner shop</title>
        <style>
        :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
        body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
        table { border-collapse: collapse; width: 100% } td, th { text-align: left; padding: .5rem; border-bottom: 1px solid #8886 }
        .orders { overflow-x: auto; margin-top: 1rem } form { display: inline }
        button { font: inherit; padding: .25rem .75rem; margin: .125rem }
        </style>
        """;

    public static void MapOffice(this WebApplication app, LocalWorld world)
    {
        app.MapGet("/", async (Storefront shop, CancellationToken ct) => Results.Content(
            Page(await shop.Orders.ListAsync(cancellationToken: ct), world), "text/html; charset=utf-8"));
        app.MapPost("/clock/{hours:int:range(1,72)}", (int hours, HttpRequest request) =>
        {
            if (IsForeign(request))
            {
                return Results.StatusCode(StatusCodes.Status403Forbidden);
            }

            world.Clock.Turn(TimeSpan.FromHours(hours));
            return Results.LocalRedirect("/");
        });
        app.MapPost("/orders/{id}/{act}", async (string id, string act, Storefront shop, HttpRequest request, CancellationToken ct) =>
        {
            if (IsForeign(request))
            {
                return Results.StatusCode(StatusCodes.Status403Forbidden);
            }

            if (await shop.Orders.GetAsync(id, ct) is not Order order)
            {
                return Results.NotFound();
            }

            await (act switch
            {
                "prepare" => shop.Orders.AdvanceAsync(order.Id, OrderState.Fulfilling, cancellationToken: ct),
                "complete" => shop.Orders.AdvanceAsync(order.Id, OrderState.Done, cancellationToken: ct),
                "paid" => shop.Orders.MarkPaidAsync(order.Id, by: "office", reason: "cash", ct),
                "refund" => shop.Orders.RefundAsync(
                    order.Id, order.Paid - order.RefundsReserved, by: "office", reason: "brought back", cancellationToken: ct),
                _ => Task.CompletedTask,
            });
            return Results.LocalRedirect("/");
        });
    }

    // Prevents cross-site requests (CSRF): a page of another origin must not be able to press these buttons.
    private static bool IsForeign(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"] is not [null or "same-origin" or "none"] and not [];

    private static string Page(IReadOnlyList<Order> orders, LocalWorld world)
    {
        StringBuilder html = new(Head);
        html.Append(CultureInfo.InvariantCulture, $"""
            <h1>The corner shop</h1>
            <p><a href="{Text(world.Phone.ToString())}">The customer's phone</a>: say hello, look around, and send a cart.</p>
            <p><a href="{Text(world.Inbox.ToString())}">The inbox</a>: read along, take a conversation over, answer, and give it back.</p>
            <div class=clock>The shop's clock says {world.Clock.GetUtcNow():dddd, d MMMM, HH:mm} UTC.
            Turn it, and carts that were left come back:<br>
            <form method=post action="/clock/1"><button>1 hour later</button></form>
            <form method=post action="/clock/20"><button>20 hours later</button></form></div>
            <div class=orders><table><tr><th>Order</th><th>What</th><th>Total</th><th>State</th><th>Payment</th><th></th></tr>
            """);
        if (orders.Count == 0)
        {
            html.Append("<tr><td colspan=6>No orders yet. Send a cart on the phone.</td></tr>");
        }

        foreach (Order order in orders)
        {
            string what = string.Join(", ", order.Quote.Lines.Select(line => $"{line.Quantity} x {line.Name}"));
            html.Append(CultureInfo.InvariantCulture, $"""
                <tr><td>{Text(order.Number)}</td><td>{Text(what)}</td><td>{order.Quote.Total}</td><td>{order.State}</td>
                <td>{order.Payment}</td><td>{Buttons(order)}</td></tr>
                """);
        }

        return html.Append("</table></div></html>").ToString();
    }

    private static string Buttons(Order order)
    {
        List<(string Act, string Title)> buttons = [];
        if (order.State == OrderState.Placed)
        {
            buttons.Add(("prepare", "Prepare"));
        }

        if (order.State == OrderState.Fulfilling)
        {
            buttons.Add(("complete", "Complete"));
        }

        if (order.State is OrderState.Placed or OrderState.Fulfilling or OrderState.Done)
        {
            buttons.Add(order.Payment switch
            {
                OrderPaymentState.Due => ("paid", "Mark paid"),
                _ => ("refund", "Refund the rest"),
            });
        }

        return string.Concat(buttons.Select(button =>
            $"<form method=post action=\"/orders/{order.Id}/{button.Act}\"><button>{button.Title}</button></form>"));
    }

    private static string Text(string text) => HtmlEncoder.Default.Encode(text);
}
