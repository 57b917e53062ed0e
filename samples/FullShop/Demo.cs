using Samples;
using WhatsCommerce;
using WhatsCommerce.Storefronts;
using WhatsCommerce.Testing;

namespace FullShop;

/// <summary>Plays six customers in the shop and prints what both sides see; returns 1 when the result is not as expected.</summary>
internal sealed class Demo(IServiceProvider services, LocalWorld world)
{
    private readonly Storefront _shop = services.GetRequiredService<Storefront>();
    private readonly HttpClient _browser = services.GetRequiredService<IHttpClientFactory>().CreateClient();

    public async Task<int> PlayAsync()
    {
        Console.WriteLine("Six customers in the corner shop. Everything runs on this machine; no account is involved, no money moves.\n");
        await ImportAsync(_shop);
        await PayByCardAsync(world.Cloud.Customer("+16505551234", name: "Pablo"));
        await PayByPayPalAsync(world.Cloud.Customer("+351912345678", name: "Ines"));
        await PayOnDeliveryAsync(world.Cloud.Customer("+447700900123", name: "Omar"));
        await PayByTransferAsync(world.Cloud.Customer("+16505551235", name: "Sari"));
        await RecoveryScene.PlayAsync(world, _browser);
        await ReturnScene.PlayAsync(_shop, world.Cloud.Customer("+16505551234"), world);
        EmulatedCustomer lucia = await AssistantScene.PlayAsync(_shop, world);
        await HandOverScene.PlayAsync(_shop, lucia, world);
        return await JudgeAsync() ? 0 : 1;
    }

    /// <summary>Imports changes. The shop also imports in the background: if another import is running, this one is retried.</summary>
    public static Task ImportAsync(Storefront shop) => Waiting.ForAsync("an import of the catalog", async () =>
        await shop.Catalog.ImportAsync() is { IsComplete: true } done ? done : null);

    private async Task PayByCardAsync(EmulatedCustomer pablo)
    {
        Transcript.Customer(pablo, "Hello, what do you have today?");
        await pablo.SendTextAsync("Hello, what do you have today?");
        await HearAsync(pablo);

        Transcript.Customer(pablo, "(on the page of the rye bread) Was it baked today?");
        await pablo.AskAboutAsync("rye-750g", "Was it baked today?");
        await HearAsync(pablo);

        pablo.LookAt("honey-500g");
        world.Cloud.Catalog.Update("honey-500g", honey => honey with { Price = new Money(7.40m, "USD") });
        await ImportAsync(_shop);
        Transcript.Note("honey now costs 7.40 USD; Pablo's phone still shows 6.90 USD");

        Transcript.Customer(pablo, "(sends a cart) 2 x apple-1kg, 1 x honey-500g");
        await pablo.SendCartAsync([("apple-1kg", 2), "honey-500g"]);
        await Transcript.PressAsync(pablo, await HearAsync(pablo), "Deliver it");
        await HearAsync(pablo);
        Transcript.Customer(pablo, "12 Orchard Lane, New York 10014");
        await pablo.SendTextAsync("12 Orchard Lane, New York 10014");
        await Transcript.PressAsync(pablo, await HearAsync(pablo), "Yes, deliver there");
        await Transcript.PressAsync(pablo, await HearAsync(pablo), "OK, go on");
        await Transcript.PressAsync(pablo, await HearAsync(pablo), "Card");
        await HearAsync(pablo);

        LocalCheckout checkout = world.Payments.Stripe!.Checkouts[^1];
        Transcript.Customer(pablo, "(pays by card, and is sent back to the shop's page)");
        checkout.Pay();
        Uri back = checkout.ReturnAddress!;
        await Task.WhenAll(_browser.GetStringAsync(back), _browser.GetStringAsync(back));
        await HearAsync(pablo);

        Order order = (await _shop.Orders.ListAsync())[0];
        Transcript.Note($"the office packs order {order.Number}, and hands it over");
        await _shop.Orders.AdvanceAsync(order.Id, OrderState.Fulfilling);
        await HearAsync(pablo);
        await _shop.Orders.AdvanceAsync(order.Id, OrderState.Done);
        await HearAsync(pablo);

        Transcript.Note("one bag of apples was bruised: the office gives 3.49 USD back");
        await _shop.Orders.RefundAsync(order.Id, new Money(3.49m, "USD"), by: "ann", reason: "bruised apples");
        await HearAsync(pablo);
    }

    private async Task PayByPayPalAsync(EmulatedCustomer ines)
    {
        await SendCartAsync(ines, "2 x baguette", [("baguette", 2)]);
        await Transcript.PressAsync(ines, await HearAsync(ines), "Vou buscar");
        await Transcript.PressAsync(ines, await HearAsync(ines), "PayPal");
        await HearAsync(ines);

        LocalCheckout checkout = world.Payments.PayPal!.Checkouts[^1];
        world.Payments.PayPal.Webhooks.Next(LocalWebhookFault.Drop());
        Transcript.Customer(ines, "(approves at PayPal, and closes the page)");
        checkout.Pay();
        Transcript.Note("PayPal's webhook is lost; the shop reads the payment back, as its sweep does for every open one");
        await _shop.Checkout.SettleAsync(checkout.Reference!);
        await HearAsync(ines);
    }

    private async Task PayOnDeliveryAsync(EmulatedCustomer omar)
    {
        await SendCartAsync(omar, "1 x rye-750g", ["rye-750g"]);
        await Transcript.PressAsync(omar, await HearAsync(omar), "I fetch it");
        await Transcript.PressAsync(omar, await HearAsync(omar), "Pay on delivery");
        await HearAsync(omar);
    }

    private async Task PayByTransferAsync(EmulatedCustomer sari)
    {
        await SendCartAsync(sari, "3 x banana-1kg", [("banana-1kg", 3)]);
        await Transcript.PressAsync(sari, await HearAsync(sari), "I fetch it");
        await HearAsync(sari);
        Transcript.Note("Sari transfers the money to the shop's bank; the office marks the cart as paid");
        Order order = (await _shop.Orders.ListAsync(new OrderQuery { State = OrderState.AwaitingCheckout }))[0];
        await _shop.Orders.MarkPaidAsync(order.Id, by: "ann", reason: "bank transfer 4711");
        await HearAsync(sari);
    }

    private async Task<bool> JudgeAsync()
    {
        await world.Cloud.WhenDeliveredAsync();
        IReadOnlyList<Order> all = await _shop.Orders.ListAsync();
        IReadOnlyList<Order> orders = [.. all.Where(order => order.State != OrderState.AwaitingCheckout).Reverse()];
        Console.WriteLine("The shop's orders:");
        foreach (Order order in orders)
        {
            Console.WriteLine($"  {order.Number}  {order.Quote.Total,9}  {order.State,-10}  {order.Payment}");
        }

        Console.WriteLine();
        RecoveryReport report = await RecoveryScene.ReportAsync(_shop, world);
        LocalCharge[] charges = [.. world.Payments.All.SelectMany(provider => provider.Ledger.Charges)];
        bool isGood = orders.Select(order => (order.Quote.Total.Amount, order.State, order.Payment)).SequenceEqual(
            [
                (14.38m, OrderState.Done, OrderPaymentState.PartlyRefunded),
                (3.90m, OrderState.Placed, OrderPaymentState.Paid),
                (4.80m, OrderState.Placed, OrderPaymentState.Due),
                (6.87m, OrderState.Placed, OrderPaymentState.Paid),
                (3.90m, OrderState.Placed, OrderPaymentState.Paid),
            ])
            && services.GetRequiredService<Bookkeeping>().Booked.Count == orders.Count
            && charges.Select(charge => charge.Amount.Amount).Order().SequenceEqual([3.90m, 3.90m, 14.38m])
            && report.Steps.Sum(step => step.Replied) == 1
            && report.Steps.SelectMany(step => step.Revenue).SequenceEqual([new Money(3.90m, "USD")]);
        Console.WriteLine(isGood
            ? "Five carts that were ordered, five orders, one of them by a reminder; the providers' books say the same."
            : "Something is not as it should be; see above.");
        return isGood;
    }

    private Task<ReceivedMessage> HearAsync(EmulatedCustomer customer) => Transcript.ShopAsync(customer, world.Cloud);

    private static async Task SendCartAsync(EmulatedCustomer customer, string words, IEnumerable<CartItem> items)
    {
        Transcript.Customer(customer, $"(sends a cart) {words}");
        await customer.SendCartAsync(items);
    }
}
