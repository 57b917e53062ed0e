using System.Net;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using WhatsCommerce.Testing;

namespace OrderBot;

/// <summary>A page on which a person plays the customer of the local Cloud API and watches what becomes of each message.</summary>
internal static class Counter
{
    private const string Address = "+16505551234";

    public static void MapCounter(this WebApplication app, CloudApiEmulator cloud)
    {
        app.MapGet("/", (SentMessages sent) => Results.Content(Page(cloud.Customer(Address, name: "You"), sent), "text/html"));
        app.MapPost("/say", ([FromForm] string? text, CancellationToken ct) =>
            Then(cloud.Customer(Address).SendTextAsync(string.IsNullOrWhiteSpace(text) ? "Hello!" : text, ct))).DisableAntiforgery();
        app.MapPost("/ask", (CancellationToken ct) =>
            Then(cloud.Customer(Address).AskAboutAsync("rye-750g", "Was it baked today?", ct))).DisableAntiforgery();
        app.MapPost("/order", (CancellationToken ct) =>
            Then(cloud.Customer(Address).SendCartAsync([("apple-1kg", 2), "rye-750g"], cancellationToken: ct))).DisableAntiforgery();
    }

    private static async Task<IResult> Then(Task said)
    {
        await said;
        return Results.Redirect("/");
    }

    private static string Page(EmulatedCustomer you, SentMessages sent)
    {
        StringBuilder page = new("""
            <!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content="width=device-width"><title>The corner shop</title>
            <style>body{font:16px system-ui;max-width:42rem;margin:2rem auto;padding:0 1rem}form{display:inline}li{margin:.6rem 0;white-space:pre-line}small{color:#667}</style>
            <h1>The corner shop</h1><p>You are a customer. Write something, ask about the bread, or send a cart.</p>
            <form method=post action=/say><input name=text placeholder="Hello!" aria-label="Your message"> <button>Write</button></form>
            <form method=post action=/ask><button>Ask about the rye bread</button></form>
            <form method=post action=/order><button>Send a cart</button></form><ol>
            """);
        foreach (ReceivedMessage message in you.Received)
        {
            string products = string.Concat(message.Products.Select(id => $"\n- {Shop.Find(id)?.Title ?? id.ToString()}"));
            page.Append("<li>").Append(WithLinks(WebUtility.HtmlEncode($"{message.Text}{products}")))
                .Append("\n<small>").Append(message.Kind).Append(": ").Append(sent.Get(message.Id).Progress).Append("</small>");
        }

        return page.Append("</ol><p><small>Load the page again to see new statuses.</small></html>").ToString();
    }

    // The text is encoded already, so a link in it cannot carry markup.
    private static string WithLinks(string encoded) => System.Text.RegularExpressions.Regex.Replace(
        encoded, "https?://[^ \n]+", link => $"<a href=\"{link}\">{link}</a>", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
}
