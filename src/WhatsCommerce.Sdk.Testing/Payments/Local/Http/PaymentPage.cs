using System.Text.Encodings.Web;
using Microsoft.AspNetCore.WebUtilities;

namespace WhatsCommerce.Testing;

/// <summary>
/// The payment page for browsers, without scripts and with only its own styles. A form posts to the page's own URL: <c>action</c> is
/// <c>pay</c>, <c>delayed</c>, <c>decline</c>, <c>back</c>, <c>confirm</c> or <c>fail</c>, and <c>stay</c> says that the customer closes
/// the window instead of going back to the shop.
/// </summary>
internal static class PaymentPage
{
    private const string Styles = """
        :root { color-scheme: light dark; font: 1.0625rem/1.5 system-ui, sans-serif; }
        body { margin: 0 auto; padding: 2rem 1rem; max-width: 34rem; }
        h1 { font-size: 1.5rem; line-height: 1.25; }
        .note { border: 1px solid; border-radius: .5rem; padding: .5rem .75rem; }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; }
        dt { font-weight: 600; } dd { margin: 0; overflow-wrap: anywhere; }
        form { display: grid; gap: .75rem; margin: 1.5rem 0; }
        button { font: inherit; padding: .625rem 1rem; min-height: 2.75rem; border: 1px solid; border-radius: .5rem; cursor: pointer; }
        button:focus-visible, a:focus-visible, input:focus-visible { outline: 3px solid Highlight; outline-offset: 2px; }
        """;

    private static readonly string StylesHash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Styles)));

    public static bool IsAt(PathString path) => path.StartsWithSegments("/pay", StringComparison.Ordinal);

    public static LocalResponse Handle(LocalProvider provider, LocalRequest request, Dictionary<string, LocalCheckout> pages)
    {
        if (request.Parts is not ["pay", { } secret] || !pages.TryGetValue(secret, out LocalCheckout? checkout))
        {
            return Page(404, provider, "There is no such payment", "", null);
        }

        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            provider.Act(checkout, CustomerAction.Look);
            return Show(provider, checkout, "");
        }

        return HttpMethods.IsPost(request.Method)
            ? Act(provider, checkout, QueryHelpers.ParseQuery(Encoding.UTF8.GetString(request.Body)))
            : new LocalResponse(StatusCodes.Status405MethodNotAllowed, [], "text/plain");
    }

    private static LocalResponse Act(
        LocalProvider provider,
        LocalCheckout checkout,
        Dictionary<string, Microsoft.Extensions.Primitives.StringValues> form)
    {
        CustomerAction? action = form.GetValueOrDefault("action").ToString() switch
        {
            "pay" => CustomerAction.Pay,
            "delayed" => CustomerAction.PayDelayed,
            "decline" => CustomerAction.Decline,
            "confirm" => CustomerAction.Confirm,
            "fail" => CustomerAction.Fail,
            "back" => CustomerAction.Look,
            _ => null,
        };
        if (action is null)
        {
            return Page(400, provider, "Nothing was chosen", "", checkout);
        }

        bool isDone = provider.Act(checkout, action.Value);
        if (action is CustomerAction.Look)
        {
            return form.ContainsKey("stay") || provider.CancelAddressOf(checkout) is not { } cancel
                ? Page(200, provider, "You have left without paying", "", null)
                : Redirect(cancel);
        }

        // Pressing twice, or returning to a completed page, redirects to the shop again.
        bool isPaid = checkout.State is LocalCheckoutState.Paid or LocalCheckoutState.Pending or LocalCheckoutState.Approved;
        bool returns = isPaid && action is not CustomerAction.Confirm && !form.ContainsKey("stay");
        return returns && provider.ReturnAddressOf(checkout) is { } address
            ? Redirect(address)
            : Show(provider, checkout, action is CustomerAction.Decline && isDone ? "The card was declined. Try another one." : "");
    }

    private static LocalResponse Show(LocalProvider provider, LocalCheckout checkout, string alert) => Page(
        200,
        provider,
        checkout.State switch
        {
            LocalCheckoutState.Open => $"Pay {checkout.Amount}",
            LocalCheckoutState.Approved => $"You agreed to pay {checkout.Amount}",
            LocalCheckoutState.Pending => $"Your payment of {checkout.Amount} is on its way",
            LocalCheckoutState.Paid => $"You paid {checkout.Amount}",
            LocalCheckoutState.Failed => "Your payment failed",
            LocalCheckoutState.Expired => "The time to pay is over",
            _ => "The shop has taken this payment back",
        },
        alert,
        checkout);

    private static LocalResponse Redirect(Uri address) =>
        new LocalResponse(StatusCodes.Status303SeeOther, [], "text/plain")
            .With("Location", address.AbsoluteUri)
            .With("Cache-Control", "no-store");

    private static LocalResponse Page(int status, LocalProvider provider, string title, string alert, LocalCheckout? checkout)
    {
        StringBuilder html = new();
        html.Append("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>").Append(Safe(title))
            .Append("</title><style>").Append(Styles).Append("</style></head><body><main><h1>").Append(Safe(title)).Append("</h1>")
            .Append("<p class=\"note\">This page stands in for ").Append(Safe(provider.Name))
            .Append(" on this machine. No money moves.</p>");
        if (alert.Length > 0)
        {
            html.Append("<p class=\"note\" role=\"alert\">").Append(Safe(alert)).Append("</p>");
        }

        List<string> targets = ["'self'"];
        if (checkout is not null)
        {
            html.Append("<dl><dt>Payment</dt><dd>").Append(Safe(checkout.Id)).Append("</dd>");
            if (checkout.Reference is { } reference)
            {
                html.Append("<dt>Reference</dt><dd>").Append(Safe(reference)).Append("</dd>");
            }

            html.Append("</dl>");
            AppendChoices(html, provider, checkout);

            // The content security policy must also allow the URLs to which a form is redirected.
            foreach (Uri address in new[] { provider.ReturnAddressOf(checkout), provider.CancelAddressOf(checkout) }.OfType<Uri>())
            {
                targets.Add(address.GetLeftPart(UriPartial.Authority));
            }
        }

        html.Append("</main></body></html>");
        return LocalResponse.Html(status, html.ToString())
            .With("Content-Security-Policy", $"default-src 'none'; style-src 'sha256-{StylesHash}'; base-uri 'none'; "
                + $"frame-ancestors 'none'; form-action {string.Join(' ', targets.Distinct(StringComparer.Ordinal))}")
            .With("Referrer-Policy", "no-referrer")
            .With("Cache-Control", "no-store");
    }

    private static void AppendChoices(StringBuilder html, LocalProvider provider, LocalCheckout checkout)
    {
        switch (checkout.State)
        {
            case LocalCheckoutState.Open:
                html.Append("<form method=\"post\">");
                Button(html, "pay", "Pay");
                Button(html, "delayed", "Pay by a method that takes its time");
                Button(html, "decline", "Pay with a card that is declined");
                Button(html, "back", "Go back without paying");
                html.Append("<label><input type=\"checkbox\" name=\"stay\" value=\"1\"> ")
                    .Append("Close the page instead of going back to the shop</label>");
                html.Append("</form>");
                break;
            case LocalCheckoutState.Pending:
                html.Append("<form method=\"post\">");
                Button(html, "confirm", "Let the bank bring the money");
                Button(html, "fail", "Let the payment fail");
                html.Append("</form>");
                break;
        }

        bool isPaid = checkout.State is LocalCheckoutState.Paid or LocalCheckoutState.Pending or LocalCheckoutState.Approved;
        if ((isPaid ? provider.ReturnAddressOf(checkout) : provider.CancelAddressOf(checkout)) is { } address)
        {
            html.Append("<p><a href=\"").Append(Safe(address.AbsoluteUri)).Append("\">Back to the shop</a></p>");
        }
    }

    private static void Button(StringBuilder html, string action, string label) => html
        .Append("<button name=\"action\" value=\"").Append(action).Append("\">").Append(label).Append("</button>");

    private static string Safe(string text) => HtmlEncoder.Default.Encode(text);
}
