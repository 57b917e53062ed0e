using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace WhatsCommerce.Emulator.Browser.Tests;

/// <summary>An order that the business has sent is paid on the phone.</summary>
public sealed class PayTests(Chromium chromium) : PageTest(chromium)
{
    [Fact(Timeout = Longest)]
    public async Task Pay_OnTheOrderSheet_TellsTheBusiness()
    {
        await SendAsync("""
            {"type":"interactive","interactive":{"type":"order_details","body":{"text":"Your order"},
             "action":{"name":"review_and_pay","parameters":{"reference_id":"order-17","type":"digital-goods","payment_type":"br",
             "currency":"BRL","total_amount":{"value":25000,"offset":100},"order":{"status":"pending",
             "items":[{"retailer_id":"tea","name":"Tea","amount":{"value":25000,"offset":100},"quantity":1}],
             "subtotal":{"value":25000,"offset":100},"tax":{"value":0,"offset":100}}}}}}
            """);
        await Button(Bubble("interactive.order_details"), "Review and pay").ClickAsync();

        await Sheet("order-details").GetByRole(AriaRole.Button, new() { Name = "Pay " }).ClickAsync();

        await Expect(Page.Locator("traffic-list .traffic-row").Filter(new() { HasText = "payment success" })).ToHaveCountAsync(1);
        await Expect(Sheet("order-details")).ToHaveCountAsync(0);
    }
}
