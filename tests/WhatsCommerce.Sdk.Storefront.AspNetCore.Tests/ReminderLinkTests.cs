using System.Net;
using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.AspNetCore.Tests;

/// <summary>The links of reminders.</summary>
public sealed class ReminderLinkTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Remind_LinkOfAReminder_LeadsToThePayPageAndIsRecorded()
    {
        await using PagesSite site = await PagesSite.OpenAsync(new PagesSetup { Storefront = storefront => storefront.AddRecovery() });
        OfferResult offer = await site.OfferAsync();
        Reminder reminder = new()
        {
            ShopId = "shop",
            Id = "r1",
            CartId = offer.Cart!.Id,
            Customer = offer.Cart.Customer,
            Step = ReminderStep.First,
            Outcome = ReminderOutcome.Sent,
            At = site.Setup.Time.GetUtcNow(),
        };
        await site.App.Services.GetRequiredService<IRecoveryStore>().WriteAsync(
            new RecoveryStep { ShopId = "shop", Reminder = reminder }, Stop);

        using HttpResponseMessage response = await site.Client.GetAsync(new Uri("/shop/remind/r1", UriKind.Relative), Stop);

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal($"../pay/{offer.Attempt!.Id}", response.Headers.Location!.OriginalString);
        Assert.NotNull(Assert.Single(await site.Shop.Recovery.ListAsync(offer.Cart.Id, Stop)).OpenedAt);
    }

    [Fact]
    public async Task Remind_IdThatSomebodyGuessed_IsNotKnown()
    {
        await using PagesSite site = await PagesSite.OpenAsync(new PagesSetup { Storefront = storefront => storefront.AddRecovery() });

        (HttpStatusCode status, _) = await site.GetAsync("/remind/guessed");

        Assert.Equal(HttpStatusCode.NotFound, status);
    }

    [Fact]
    public async Task Remind_ShopWithoutReminders_HasNoSuchPage()
    {
        await using PagesSite site = await PagesSite.OpenAsync();

        (HttpStatusCode status, _) = await site.GetAsync("/remind/r1");

        Assert.Equal(HttpStatusCode.NotFound, status);
    }
}
