using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Sdk.Storefront.Tests;
using WhatsCommerce.Storefronts;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Storefront.AspNetCore.Tests;

/// <summary>The page on which the customer chooses how to pay.</summary>
public sealed class PayPageTests
{
    private readonly TitledProvider _titled = new("Another way");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pay_SeveralWays_LinksWhatIsOfferedAndHasAButtonForTheOthers()
    {
        await using PagesSite site = await OpenAsync();
        AttemptId attempt = await site.AttemptAsync();

        (HttpStatusCode status, string html) = await site.GetAsync($"/pay/{attempt}");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains($"<a class=\"main\" href=\"https://pay.example/{attempt}\">Pay</a>", html, StringComparison.Ordinal);
        Assert.Contains(
            $"<form method=\"post\" action=\"../pay/{attempt}/titled\"><button class=\"main\">Another way</button></form>", html,
                StringComparison.Ordinal);
        Assert.Contains("on-delivery", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pay_OpenedAgainAndAgain_OffersNothingNew()
    {
        await using PagesSite site = await OpenAsync();
        OfferResult offer = await site.OfferAsync();

        for (int i = 0; i < 3; i++)
        {
            await site.GetAsync($"/pay/{offer.Attempt!.Id}");
        }

        Assert.Single(await site.Shop.Orders.ListAttemptsAsync(offer.Order!.Id, Stop));
    }

    [Fact]
    public async Task Choose_AnotherWay_TakesTheFirstBackAndLeadsToTheOther()
    {
        await using PagesSite site = await OpenAsync();
        OfferResult offer = await site.OfferAsync();

        using HttpResponseMessage chosen = await site.ChooseAsync(offer.Attempt!.Id, "titled");

        PaymentAttempt[] attempts = [.. await site.Shop.Orders.ListAttemptsAsync(offer.Order!.Id, Stop)];
        Assert.Equal([AttemptState.Cancelled, AttemptState.Offered], attempts.Select(one => one.State));
        Assert.Equal(HttpStatusCode.SeeOther, chosen.StatusCode);
        Uri next = new(chosen.RequestMessage!.RequestUri!, chosen.Headers.Location!);
        Assert.Equal($"/shop/pay/{attempts[1].Id}/go", next.AbsolutePath);
        using HttpResponseMessage go = await site.Client.GetAsync(next, Stop);
        Assert.Equal($"0;url=https://titled.example/{attempts[1].Id}", go.Headers.GetValues("Refresh").Single());
        Assert.Contains($"href=\"https://titled.example/{attempts[1].Id}\"", await go.Content.ReadAsStringAsync(Stop),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Choose_PayOnDelivery_PlacesTheOrderAndThanks()
    {
        await using PagesSite site = await OpenAsync();
        AttemptId attempt = await site.AttemptAsync();

        using HttpResponseMessage chosen = await site.ChooseAsync(attempt, "on-delivery");

        string html = await site.Client.GetStringAsync(new Uri(chosen.RequestMessage!.RequestUri!, chosen.Headers.Location!), Stop);
        Assert.Contains("You pay on delivery.", html, StringComparison.Ordinal);
        Assert.Contains("OrderPlaced", await site.EventsAsync());
    }

    [Fact]
    public async Task Choose_AfterTheOfferHasExpired_OffersAnew()
    {
        await using PagesSite site = await OpenAsync();
        AttemptId attempt = await site.AttemptAsync();
        site.Setup.Time.Advance(TimeSpan.FromHours(2));

        (_, string html) = await site.GetAsync($"/pay/{attempt}");
        using HttpResponseMessage chosen = await site.ChooseAsync(attempt, "scripted");

        Assert.Contains($"action=\"../pay/{attempt}/scripted\"", html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, chosen.StatusCode);
        Assert.EndsWith("/go", chosen.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Choose_PriceThatChangedSince_AsksWithBothTotalsAndOffersNothing()
    {
        await using PagesSite site = await OpenAsync();
        OfferResult offer = await site.OfferAsync();
        Change(site, 9m);

        using HttpResponseMessage chosen = await site.ChooseAsync(offer.Attempt!.Id, "titled");

        string html = await chosen.Content.ReadAsStringAsync(Stop);
        Assert.Contains("cost 6.98 USD when it was offered. It costs 18.00 USD now.", html, StringComparison.Ordinal);
        Assert.Contains("Agree to 18.00 USD: Another way", html, StringComparison.Ordinal);
        Assert.Single(await site.Shop.Orders.ListAttemptsAsync(offer.Order!.Id, Stop));
    }

    [Fact]
    public async Task Pay_PriceThatChangedSince_AsksWithBothTotalsAndChangesNothing()
    {
        await using PagesSite site = await OpenAsync();
        OfferResult offer = await site.OfferAsync();
        Change(site, 9m);

        (HttpStatusCode status, string html) = await site.GetAsync($"/pay/{offer.Attempt!.Id}");
        (_, string again) = await site.GetAsync($"/pay/{offer.Attempt.Id}");

        Assert.Equal((HttpStatusCode.OK, html), (status, again));
        Assert.Contains("<h1>The price has changed</h1>", html, StringComparison.Ordinal);
        Assert.Contains("cost 6.98 USD when it was offered. It costs 18.00 USD now.", html, StringComparison.Ordinal);
        Assert.Equal(OrderState.AwaitingCheckout, (await site.Shop.Orders.GetAsync(offer.Order!.Id, Stop))!.State);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Confirm_ByTheButton_OffersTheNewTotal(bool afterChoosing)
    {
        await using PagesSite site = await OpenAsync();
        OfferResult offer = await site.OfferAsync();
        Change(site, 9m);
        string html = await AskAsync(site, offer, afterChoosing);

        using HttpResponseMessage confirmed = await site.PostAsync(ButtonOf(html, "titled"));

        Assert.Equal(HttpStatusCode.SeeOther, confirmed.StatusCode);
        Uri next = new(confirmed.RequestMessage!.RequestUri!, confirmed.Headers.Location!);
        AttemptId attempt = next.AbsolutePath.Split('/')[^2];
        using HttpResponseMessage go = await site.Client.GetAsync(next, Stop);
        Assert.Equal($"0;url=https://titled.example/{attempt}", go.Headers.GetValues("Refresh").Single());
        Assert.Equal(new Money(18m, "USD"), Assert.Single(_titled.Offered).Amount);
    }

    [Fact]
    public async Task Confirm_PressedTwice_OffersOnce()
    {
        await using PagesSite site = await OpenAsync();
        OfferResult offer = await site.OfferAsync();
        Change(site, 9m);
        string button = ButtonOf(await AskAsync(site, offer, afterChoosing: false), "titled");

        using HttpResponseMessage first = await site.PostAsync(button);
        using HttpResponseMessage second = await site.PostAsync(button);

        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Single(_titled.Offered);
    }

    [Fact]
    public async Task Confirm_PriceThatChangedOnceMore_AsksAgainAndOffersNothing()
    {
        await using PagesSite site = await OpenAsync();
        OfferResult offer = await site.OfferAsync();
        Change(site, 9m);
        string button = ButtonOf(await AskAsync(site, offer, afterChoosing: true), "titled");
        Change(site, 10m);

        using HttpResponseMessage confirmed = await site.PostAsync(button);

        string html = await confirmed.Content.ReadAsStringAsync(Stop);
        Assert.Contains("It costs 20.00 USD now.", html, StringComparison.Ordinal);
        Assert.Empty(_titled.Offered);
    }

    [Fact]
    public async Task Confirm_FromThePageOfSomebodyElse_IsRefusedAndOffersNothing()
    {
        await using PagesSite site = await OpenAsync();
        OfferResult offer = await site.OfferAsync();
        Change(site, 9m);
        string button = ButtonOf(await AskAsync(site, offer, afterChoosing: true), "titled");

        using HttpResponseMessage confirmed = await site.PostAsync(button, origin: "https://evil.example");

        Assert.Equal(HttpStatusCode.Forbidden, confirmed.StatusCode);
        Assert.Empty(_titled.Offered);
    }

    [Fact]
    public async Task Confirm_GuessedQuote_AsksAndOffersNothing()
    {
        await using PagesSite site = await OpenAsync();
        OfferResult offer = await site.OfferAsync();
        Change(site, 9m);

        using HttpResponseMessage confirmed = await site.PostAsync($"/pay/{offer.Attempt!.Id}/titled/confirm/guessed");

        Assert.Contains("It costs 18.00 USD now.", await confirmed.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Empty(_titled.Offered);
    }

    [Fact]
    public async Task Pay_LinkOfACartThatTheCustomerChanged_DoesNotLeadToTheNewOne()
    {
        await using PagesSite site = await OpenAsync();
        OfferResult offer = await site.OfferAsync();
        await site.Shop.Carts.ChangeAsync(offer.Cart!.Id, [new CartLine { RetailerId = "apple-1kg", Quantity = 5 }], Stop);

        (_, string html) = await site.GetAsync($"/pay/{offer.Attempt!.Id}");

        Assert.Contains("This order is no longer open", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Choose_ProviderThatRefuses_OffersTheOthers()
    {
        await using PagesSite site = await OpenAsync();
        AttemptId attempt = await site.AttemptAsync();
        _titled.Says = _ => throw new ProviderRefusedException("no");

        using HttpResponseMessage chosen = await site.ChooseAsync(attempt, "titled");

        string html = await chosen.Content.ReadAsStringAsync(Stop);
        Assert.Contains("/scripted\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("/titled\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Choose_ProviderThatTheShopDoesNotHave_ChangesNothing()
    {
        await using PagesSite site = await OpenAsync();
        OfferResult offer = await site.OfferAsync();

        using HttpResponseMessage chosen = await site.ChooseAsync(offer.Attempt!.Id, "bank");

        Assert.Equal(HttpStatusCode.NotFound, chosen.StatusCode);
        Assert.Single(await site.Shop.Orders.ListAttemptsAsync(offer.Order!.Id, Stop));
    }

    [Theory]
    [InlineData("https://evil.example", "storefront-page=shown", null)]
    [InlineData("null", "storefront-page=shown", null)]
    [InlineData(null, "storefront-page=shown", null)]
    [InlineData("own", null, "same-origin")]
    [InlineData("own", "storefront-page=shown", "cross-site")]
    [InlineData("own", "storefront-page=shown", "same-site")]
    public async Task Choose_FromThePageOfSomebodyElse_IsRefusedAndChangesNothing(string? origin, string? cookie, string? fetchSite)
    {
        await using PagesSite site = await OpenAsync();
        OfferResult offer = await site.OfferAsync();

        using HttpResponseMessage chosen = await site.ChooseAsync(offer.Attempt!.Id, "on-delivery", origin, cookie, fetchSite);

        Assert.Equal(HttpStatusCode.Forbidden, chosen.StatusCode);
        Assert.Equal(OrderState.AwaitingCheckout, (await site.Shop.Orders.GetAsync(offer.Order!.Id, Stop))!.State);
    }

    [Fact]
    public async Task Choose_BehindAProxyThatChangesTheHost_IsTakenFromThePublicAddress()
    {
        await using PagesSite site = await OpenAsync(options => options.PublicAddress = new Uri("https://shop.example/shop"));
        AttemptId attempt = await site.AttemptAsync();

        using HttpResponseMessage chosen = await site.ChooseAsync(attempt, "on-delivery", origin: "https://shop.example");

        Assert.Equal(HttpStatusCode.SeeOther, chosen.StatusCode);
    }

    [Fact]
    public async Task Pay_Cookie_IsForTheShopsOwnSiteOnly()
    {
        await using PagesSite site = await OpenAsync();
        AttemptId attempt = await site.AttemptAsync();

        using HttpResponseMessage page = await site.Client.GetAsync(new Uri($"/shop/pay/{attempt}", UriKind.Relative), Stop);

        Assert.Equal("storefront-page=shown; path=/; samesite=strict; httponly", page.Headers.GetValues("Set-Cookie").Single());
    }

    [Fact]
    public async Task Return_ProviderThatTakesLong_ShowsAPageAndTheCheckGoesOn()
    {
        await using PagesSite site = await OpenAsync();
        OfferResult offer = await site.OfferAsync(provider: "titled");
        TaskCompletionSource gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _titled.Gate = gate.Task;
        _titled.Says = ScriptedProvider.Paid;
        Task<(HttpStatusCode Status, string Html)> visit = site.GetAsync($"/return/{offer.Attempt!.Id}");
        await Patiently.Until(() => site.Setup.Time.IsAwaited(wait => wait == TimeSpan.FromSeconds(15)));

        site.Setup.Time.Advance(TimeSpan.FromSeconds(15));
        (_, string html) = await visit;
        gate.SetResult();

        Assert.Contains("We are checking your payment", html, StringComparison.Ordinal);
        await Patiently.Until(async () => (await site.Shop.Orders.GetAsync(offer.Order!.Id, Stop))!.State == OrderState.Placed);
    }

    [Fact]
    public async Task Return_StoreThatFails_AsksToTryAgainAndTellsNothing()
    {
        await using PagesSite site = await OpenAsync(
            services: services => services.AddSingleton<Storefronts.Storefront>(new FailingShop()));

        (HttpStatusCode status, string html) = await site.GetAsync("/return/0123456789abcdefghjkmnpqrstvwxyz");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains("Please try again in a minute", html, StringComparison.Ordinal);
        Assert.DoesNotContain("secret host", html, StringComparison.Ordinal);
        Assert.Contains(site.Setup.Logs.OfSdk, entry => entry.Id == 451);
    }

    private static void Change(PagesSite site, decimal price)
    {
        site.Setup.Time.Advance(TimeSpan.FromHours(2));
        site.Setup.Prices.Prices[0] = site.Setup.Prices.Prices[0] with { Price = new Money(price, "USD") };
    }

    /// <summary>The page that asks, by the link or after the choice.</summary>
    private static async Task<string> AskAsync(PagesSite site, OfferResult offer, bool afterChoosing)
    {
        if (!afterChoosing)
        {
            return (await site.GetAsync($"/pay/{offer.Attempt!.Id}")).Html;
        }

        using HttpResponseMessage chosen = await site.ChooseAsync(offer.Attempt!.Id, "titled");
        return await chosen.Content.ReadAsStringAsync(Stop);
    }

    private static string ButtonOf(string html, string provider) =>
        Regex.Match(
            html,
            $"action=\"[./]*(?<path>/pay/[^/\"]+/{Regex.Escape(provider)}/confirm/[^\"]+)\"",
            RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(10)).Groups["path"].Value is { Length: > 0 } path
            ? path
            : throw new InvalidOperationException(html);

    private Task<PagesSite> OpenAsync(Action<StorefrontOptions>? options = null, Action<IServiceCollection>? services = null) =>
        PagesSite.OpenAsync(new PagesSetup
        {
            Options = options,
            Services = services,
            Storefront = storefront =>
            {
                storefront.Services.AddSingleton<ICheckoutProvider>(_titled);
                storefront.AddPayOnDelivery().On<StorefrontEvent>(PagesSetup.Recorder, (_, _) => Task.CompletedTask);
                services?.Invoke(storefront.Services);
            },
        });

    private sealed class FailingShop : Storefronts.Storefront
    {
        public override StorefrontCheckout Checkout => new FailingCheckout();
    }

    private sealed class FailingCheckout : StorefrontCheckout
    {
        public override Task<SettleResult> SettleAsync(AttemptId attemptId, CancellationToken cancellationToken = default) =>
            throw new InvalidOperationException("connection to secret host refused");
    }
}
