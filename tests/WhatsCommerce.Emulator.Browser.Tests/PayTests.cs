using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace WhatsCommerce.Emulator.Browser.Tests;

/// <summary>An order that the business has sent is paid on the phone.</summary>
public sealed class PayTests(Chromium chromium) : PageTest(chromium)
{
    private const string Order = """
        {"type":"interactive","interactive":{"type":"order_details","body":{"text":"Your order"},
         "action":{"name":"review_and_pay","parameters":{"reference_id":"order-17","type":"digital-goods","payment_type":"br",
         "currency":"BRL","total_amount":{"value":25000,"offset":100},"order":{"status":"pending",
         "items":[{"retailer_id":"tea","name":"Tea","amount":{"value":25000,"offset":100},"quantity":1}],
         "subtotal":{"value":25000,"offset":100},"tax":{"value":0,"offset":100}}}}}}
        """;

    private ILocator PayButton => Button(Sheet("order-details"), "Pay R$250.00");

    private ILocator State => Bubble("interactive.order_details").Locator(".order-state");

    [Fact(Timeout = Longest)]
    public async Task Pay_OnTheOrderSheet_TellsTheBusiness()
    {
        await SendAsync(Order);
        await Expect(State).ToHaveTextAsync("Waiting for payment");
        await OpenAsync();

        await PayButton.ClickAsync();

        await Expect(Page.Locator("traffic-list .traffic-status").Filter(new() { HasText = "payment success" })).ToHaveCountAsync(1);
        await Expect(Sheet("order-details")).ToHaveCountAsync(0);
        await Expect(State).ToHaveTextAsync("Paid");
        await OpenAsync();
        await Expect(PayButton).ToHaveCountAsync(0);
    }

    [Fact(Timeout = Longest)]
    public async Task Pay_ThatFails_IsToldAndMayBeTriedAgain()
    {
        await SendAsync(Order);
        await OpenAsync();

        await Button(Sheet("order-details"), "Let the payment fail").ClickAsync();

        await Expect(Page.Locator("traffic-list .traffic-status").Filter(new() { HasText = "payment failed" })).ToHaveCountAsync(1);
        await Expect(State).ToHaveTextAsync("Payment failed");
        await Expect(Phone.GetByRole(AriaRole.Status).Filter(new() { HasText = "it can be tried again" })).ToBeVisibleAsync();
        await OpenAsync();
        await PayButton.ClickAsync();
        await Expect(State).ToHaveTextAsync("Paid");
    }

    [Fact(Timeout = Longest)]
    public async Task OrderStates_ThatTheBusinessTells_AreThoseOfTheOrder()
    {
        await SendAsync(Order);
        await Pablo.PayAsync("order-17", cancellationToken: Stop);
        await Expect(State).ToHaveTextAsync("Paid");

        foreach ((string status, string shown) in ((string, string)[])[("processing", "Processing"), ("shipped", "Shipped")])
        {
            await SendAsync($$$"""
                {"type":"interactive","interactive":{"type":"order_status","body":{"text":"News of your order"},
                 "action":{"name":"review_order","parameters":{"reference_id":"order-17","order":{"status":"{{{status}}}"} } } } }
                """);
            await Expect(State).ToHaveTextAsync($"{shown} · paid");
            await Expect(Bubble("interactive.order_status").Locator(".order-card")).ToHaveAttributeAsync("data-status", status);
        }
    }

    private Task OpenAsync() => Button(Bubble("interactive.order_details"), "Review and pay").ClickAsync();
}
