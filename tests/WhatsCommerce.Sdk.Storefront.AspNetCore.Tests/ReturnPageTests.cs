using System.Net;
using WhatsCommerce.Sdk.Storefront.Tests;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.AspNetCore.Tests;

/// <summary>The pages to which providers send customers back.</summary>
public sealed class ReturnPageTests
{
    private static PagesSetup WithChat => new() { Pages = options => options.WhatsAppNumber = "+1 650 555 1234" };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Return_PaidAttempt_PlacesTheOrderAndThanks()
    {
        await using PagesSite site = await PagesSite.OpenAsync();
        OfferResult offer = await site.OfferAsync();
        site.Setup.Provider.Says = ScriptedProvider.Paid;

        (HttpStatusCode status, string html) = await site.GetAsync($"/return/{offer.Attempt!.Id}");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("<h1>Thank you!</h1>", html, StringComparison.Ordinal);
        Assert.Contains($"Your order {offer.Order!.Number} is placed and paid.", html, StringComparison.Ordinal);
        Assert.Contains("Apples, 1 kg", html, StringComparison.Ordinal);
        Assert.Contains("6.98 USD", html, StringComparison.Ordinal);
        Assert.Equal(OrderState.Placed, (await site.Shop.Orders.GetAsync(offer.Order.Id, Stop))!.State);
    }

    [Fact]
    public async Task Return_OpenedManyTimesAtOnce_PlacesTheOrderOnce()
    {
        await using PagesSite site = await PagesSite.OpenAsync();
        AttemptId attempt = await site.AttemptAsync();
        site.Setup.Provider.Says = ScriptedProvider.Paid;

        (HttpStatusCode Status, string Html)[] pages =
            await Task.WhenAll(Enumerable.Range(0, 12).Select(i => site.GetAsync($"/{(i % 2 == 0 ? "return" : "cancel")}/{attempt}")));

        Assert.All(pages, page => Assert.Contains("Thank you!", page.Html, StringComparison.Ordinal));
        Assert.Equal(
            ["CartReceived", "CheckoutOffered", "OrderPlaced", "PaymentReceived"], (await site.EventsAsync())
                .Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("0123456789abcdefghjkmnpqrstvwxyz")]
    [InlineData("x")]
    [InlineData("..")]
    [InlineData("%3Cscript%3Ealert(1)%3C%2Fscript%3E")]
    [InlineData("00000000000000000000000000000000000000000000000000000000000000000000000000000000")]
    public async Task Pages_OfAnIdThatSomebodyGuessed_AreNotKnownAndEchoNothing(string id)
    {
        await using PagesSite site = await PagesSite.OpenAsync();
        await site.AttemptAsync();

        foreach (string page in (string[])["return", "cancel", "pay"])
        {
            using HttpRequestMessage request = new(HttpMethod.Get, new Uri($"{site.App.Urls.Single()}/shop/{page}/{id}"));
            using HttpResponseMessage response = await site.Client.SendAsync(request, Stop);
            string html = await response.Content.ReadAsStringAsync(Stop);

            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
            Assert.DoesNotContain("script", html, StringComparison.Ordinal);
            Assert.DoesNotContain("USD", html, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(site.Setup.Provider.Calls, call => call.StartsWith("read", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("return")]
    [InlineData("cancel")]
    public async Task Return_OpenAttempt_SaysThatItIsNotPaidAndLeadsOn(string page)
    {
        await using PagesSite site = await PagesSite.OpenAsync(WithChat);
        AttemptId attempt = await site.AttemptAsync();

        (_, string html) = await site.GetAsync($"/{page}/{attempt}");

        Assert.Contains("<h1>Not paid yet</h1>", html, StringComparison.Ordinal);
        Assert.Contains($"href=\"https://pay.example/{attempt}\"", html, StringComparison.Ordinal);
        Assert.Contains($"href=\"../pay/{attempt}\"", html, StringComparison.Ordinal);
        Assert.Contains("href=\"https://wa.me/16505551234\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ProviderPaymentState.Pending, "Your payment is on its way")]
    [InlineData(ProviderPaymentState.Failed, "The payment did not go through")]
    [InlineData(ProviderPaymentState.Expired, "This payment link has expired")]
    [InlineData(ProviderPaymentState.Cancelled, "Not paid yet")]
    public async Task Return_AttemptThatIsNotPaid_SaysHowItStands(ProviderPaymentState state, string title)
    {
        await using PagesSite site = await PagesSite.OpenAsync();
        AttemptId attempt = await site.AttemptAsync();
        site.Setup.Provider.Says = _ => new ProviderPayment { State = state };

        (HttpStatusCode status, string html) = await site.GetAsync($"/return/{attempt}");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains($"<h1>{title}</h1>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Return_QuoteThatHasEnded_TakesTheOfferBackAndSaysThatItExpired()
    {
        await using PagesSite site = await PagesSite.OpenAsync(WithChat);
        AttemptId attempt = await site.AttemptAsync();
        site.Setup.Time.Advance(TimeSpan.FromHours(2));

        (_, string html) = await site.GetAsync($"/return/{attempt}");

        Assert.Contains("This payment link has expired", html, StringComparison.Ordinal);
        Assert.Contains("Back to WhatsApp", html, StringComparison.Ordinal);
        Assert.Contains("cancel " + attempt, site.Setup.Provider.Calls);
    }

    [Fact]
    public async Task Return_AmountThatIsNotTheQuotes_SaysThatAPersonLooksAndNotThatItIsPaid()
    {
        await using PagesSite site = await PagesSite.OpenAsync();
        AttemptId attempt = await site.AttemptAsync();
        site.Setup.Provider.Says = of => ScriptedProvider.Paid(of) with { Amount = new Money(1m, "USD") };

        (_, string html) = await site.GetAsync($"/return/{attempt}");

        Assert.Contains("We are looking at your payment", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Thank you", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Return_ProviderThatDoesNotAnswer_SaysThatItIsBeingChecked()
    {
        await using PagesSite site = await PagesSite.OpenAsync();
        AttemptId attempt = await site.AttemptAsync();
        site.Setup.Provider.Says = _ => throw new HttpRequestException("no answer");

        (_, string html) = await site.GetAsync($"/return/{attempt}");

        Assert.Contains("We are checking your payment", html, StringComparison.Ordinal);
        Assert.DoesNotContain("no answer", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Return_OrderThatAnotherAttemptPaid_Thanks()
    {
        await using PagesSite site = await PagesSite.OpenAsync();
        OfferResult first = await site.OfferAsync();
        site.Setup.Provider.Says = _ => new ProviderPayment { State = ProviderPaymentState.Failed };
        await site.Shop.Checkout.SettleAsync(first.Attempt!.Id, Stop);
        site.Setup.Provider.Says = of => of.Id == first.Attempt.Id
            ? new ProviderPayment { State = ProviderPaymentState.Failed }
            : ScriptedProvider.Paid(of);
        await site.Shop.Checkout.OfferAsync(first.Cart!.Id, cancellationToken: Stop);

        (_, string html) = await site.GetAsync($"/return/{first.Attempt.Id}");

        Assert.Contains("Thank you!", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Return_CartThatWasChanged_SaysThatTheOrderIsNoLongerOpen()
    {
        await using PagesSite site = await PagesSite.OpenAsync();
        OfferResult offer = await site.OfferAsync();
        await site.Shop.Carts.ChangeAsync(offer.Cart!.Id, [new CartLine { RetailerId = "apple-1kg", Quantity = 5 }], Stop);

        (_, string html) = await site.GetAsync($"/return/{offer.Attempt!.Id}");

        Assert.Contains("This order is no longer open", html, StringComparison.Ordinal);
        Assert.DoesNotContain("pay.example", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Return_QueryThatClaimsAPayment_IsNotBelieved()
    {
        await using PagesSite site = await PagesSite.OpenAsync();
        AttemptId attempt = await site.AttemptAsync();

        (_, string html) = await site.GetAsync($"/return/{attempt}?razorpay_payment_link_status=paid&status=paid&x=%3Cscript%3E");

        Assert.Contains("Not paid yet", html, StringComparison.Ordinal);
        Assert.DoesNotContain("script", html, StringComparison.Ordinal);
    }
}
