using Samples;
using WhatsCommerce;
using WhatsCommerce.Storefronts;
using WhatsCommerce.Testing;

namespace FullShop;

/// <summary>
/// An abandoned cart is recovered: a reminder is sent when the clock is turned by an hour, and the cart is paid after its button was
/// pressed.
/// </summary>
internal static class RecoveryScene
{
    public static async Task PlayAsync(LocalWorld world, HttpClient browser)
    {
        EmulatedCustomer mia = world.Cloud.Customer("+447700900456", name: "Mia");
        mia.ReadsAutomatically = true;
        Transcript.Customer(mia, "(sends a cart, and puts the phone away) 2 x baguette");
        await mia.SendCartAsync([("baguette", 2)]);
        await Transcript.ShopAsync(mia, world.Cloud);

        Transcript.Note("the clock is turned: an hour later");
        world.Clock.Turn(TimeSpan.FromHours(1));
        await Transcript.PressAsync(mia, await Transcript.ShopAsync(mia, world.Cloud), "Pay");
        await Transcript.PressAsync(mia, await Transcript.ShopAsync(mia, world.Cloud), "I fetch it");
        await Transcript.PressAsync(mia, await Transcript.ShopAsync(mia, world.Cloud), "Card");
        await Transcript.ShopAsync(mia, world.Cloud);
        LocalCheckout checkout = world.Payments.Stripe!.Checkouts[^1];
        Transcript.Customer(mia, "(pays by card)");
        checkout.Pay();
        await browser.GetStringAsync(checkout.ReturnAddress!);
        await Transcript.ShopAsync(mia, world.Cloud);
    }

    /// <summary>Waits until the order is attributed to the reminder, prints the results, and returns the report.</summary>
    public static async Task<RecoveryReport> ReportAsync(Storefront shop, LocalWorld world)
    {
        DateTimeOffset now = world.Clock.GetUtcNow();
        RecoveryReport report = await Waiting.ForAsync("the sale that a reminder brought back", async () =>
        {
            RecoveryReport told = await shop.Recovery.ReportAsync(now.AddDays(-1), now.AddDays(1));
            return told.Steps.Any(step => step.Paid > 0 && step.Read > 0) ? told : null;
        });
        Console.WriteLine("What the reminders came to:");
        foreach (ReminderStepReport step in report.Steps)
        {
            string skipped = string.Join(", ", step.Skipped.Select(reason => $"{reason.Value} x {reason.Key}"));
            Console.WriteLine($"  {step.Step}: {step.Due} due, {step.Sent} sent, {step.Unknown} unknown, skipped: {skipped}");
            Console.WriteLine($"    {step.Delivered} delivered, {step.Read} read, {step.Replied} replied, {step.Opened} opened, "
                + $"{step.Paid} paid, revenue {MoneyOf(step.Revenue)}");
        }

        Console.WriteLine($"  reminded: {report.Reminded.Carts} carts, {report.Reminded.Paid} paid, {MoneyOf(report.Reminded.Revenue)}; "
            + $"held out: {report.HeldOut.Carts} carts, {report.HeldOut.Paid} paid, {MoneyOf(report.HeldOut.Revenue)}");
        Console.WriteLine("  A sale counts for a reminder that was opened or answered before it, by the id in its link and buttons.\n");
        return report;
    }

    private static string MoneyOf(IReadOnlyList<Money> amounts) => amounts.Count == 0 ? "nothing" : string.Join(" + ", amounts);
}
