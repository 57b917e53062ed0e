using System.Net;
using System.Text.Json;
using WhatsCommerce.Storefronts;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Storefront.AspNetCore.Tests;

/// <summary>The endpoints of the inbox: closed to others, and every act in somebody's name.</summary>
public sealed class InboxTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Start_OpenOutsideOfDevelopment_IsRefused()
    {
        InvalidOperationException refused = await Assert.ThrowsAsync<InvalidOperationException>(() => InboxSite.OpenAsync(isClosed: false));

        Assert.Contains("RequireAuthorization", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Development")]
    public async Task Start_PolicyThatDoesNotExist_IsRefused(string environment)
    {
        InvalidOperationException refused = await Assert.ThrowsAsync<InvalidOperationException>(
            () => InboxSite.OpenAsync(environment, policy: "agnets"));

        Assert.Equal(
            "The inbox at \"/inbox\" requires the authorization policy \"agnets\", which does not exist: add it with "
                + "builder.Services.AddAuthorizationBuilder().AddPolicy(\"agnets\", ...), or name one that exists.",
            refused.Message);
    }

    [Fact]
    public async Task Start_OpenInDevelopment_Works()
    {
        await using InboxSite site = await InboxSite.OpenAsync("Development", isClosed: false);
        using HttpClient anybody = site.Client(agent: null);

        Assert.Equal(HttpStatusCode.OK, (await anybody.GetAsync("/inbox", Stop)).StatusCode);
    }

    [Theory]
    [InlineData("/inbox")]
    [InlineData("/inbox/files/inbox/app.js")]
    [InlineData("/inbox/api/conversations")]
    [InlineData("/inbox/api/events")]
    public async Task Get_WithoutSigningIn_IsRefused(string path)
    {
        await using InboxSite site = await InboxSite.OpenAsync();
        using HttpClient nobody = site.Client(agent: null);

        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.GetAsync(path, Stop)).StatusCode);
    }

    [Fact]
    public async Task Page_InAFrameOfANamedOrigin_IsAllowedAndHoldsNoInlineScript()
    {
        await using InboxSite site = await InboxSite.OpenAsync(configure: options => options.FrameAncestors.Add("https://desk.example"));
        using HttpClient ann = site.Client();

        HttpResponseMessage page = await ann.GetAsync("/inbox", Stop);

        string policy = page.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("frame-ancestors https://desk.example", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.False(page.Headers.Contains("X-Frame-Options"));
        Assert.DoesNotContain("<script>", await page.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Frame_ThatIsNoOrigin_IsRefusedAtStart() => await Assert.ThrowsAsync<InvalidOperationException>(
        () => InboxSite.OpenAsync(configure: options => options.FrameAncestors.Add("https://desk.example/x; script-src *")));

    [Fact]
    public async Task Act_FromAnotherPage_IsRefused()
    {
        await using InboxSite site = await InboxSite.OpenAsync();
        CustomerKey customer = await site.WriteAsync();
        using HttpClient ann = site.Client();
        Uri take = new($"/inbox/api/conversations/{customer}/take", UriKind.Relative);

        using StringContent json = new("{}", System.Text.Encoding.UTF8, "application/json");
        HttpResponseMessage withoutHeader = await ann.PostAsync(take, json, Stop);
        using HttpRequestMessage foreign = new(HttpMethod.Post, take)
        {
            Content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json"),
            Headers = { { "X-Inbox", "1" }, { "Origin", "https://evil.example" }, { "Sec-Fetch-Site", "cross-site" } },
        };

        Assert.Equal(HttpStatusCode.Forbidden, withoutHeader.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await ann.SendAsync(foreign, Stop)).StatusCode);
        Assert.Equal(ConversationOwner.Bot, (await site.Shop.Conversations.GetAsync(customer, Stop))!.Owner);
    }

    [Fact]
    public async Task Acts_OfAnAgent_AreInTheLogWithTheName()
    {
        await using InboxSite site = await InboxSite.OpenAsync();
        CustomerKey customer = await site.WriteAsync();
        using HttpClient ann = site.Client();

        Assert.Equal(HttpStatusCode.Conflict, (await InboxSite.ActAsync(ann, customer, "text", """{"text":"early"}""")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await InboxSite.ActAsync(ann, customer, "take")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await InboxSite.ActAsync(ann, customer, "text", """{"text":"hi","key":"k"}""")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await InboxSite.ActAsync(ann, customer, "text", """{"text":"hi","key":"k"}""")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await InboxSite.ActAsync(ann, customer, "note", """{"text":"vip"}""")).StatusCode);

        IReadOnlyList<ConversationEntry> entries = await site.Shop.Conversations.ReadAsync(customer, cancellationToken: Stop);
        Assert.Equal(
            ["human_took_over: ann", "text: ann", ": ann"],
            entries.Where(entry => entry.Author == ConversationAuthor.Person).Select(entry => $"{entry.Type}: {entry.By}"));
        Assert.Equal("hi", Assert.Single(site.Cloud.Customer("+16505551234").Received).Text);
    }

    [Fact]
    public async Task Refund_OfAnotherCustomersOrder_IsRefused()
    {
        await using InboxSite site = await InboxSite.OpenAsync();
        CustomerKey customer = await site.WriteAsync();
        CustomerKey other = await site.WriteAsync(number: "+16505559999");
        await Patiently.Until(async () => await site.Shop.Catalog.FindAsync("apple-1kg", Stop) is not null);
        Cart cart = await site.Shop.Carts.CreateAsync(
            other, "+16505559999", [new Storefronts.CartLine { RetailerId = "apple-1kg", Quantity = 1 }], Stop);
        Order order = (await site.Shop.Orders.MarkPaidAsync(cart.Id, "boss", "cash", Stop)).Order!;
        using HttpClient ann = site.Client();

        HttpResponseMessage refused = await InboxSite.ActAsync(
            ann, customer, "refund", $$"""{"order":"{{order.Id}}","amount":1,"reason":"x"}""");

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal(0m, (await site.Shop.Orders.GetAsync(order.Id, Stop))!.RefundsReserved.Amount);
    }

    [Fact]
    public async Task Events_MessageOfACustomer_IsTold()
    {
        await using InboxSite site = await InboxSite.OpenAsync();
        using HttpClient ann = site.Client();
        using HttpRequestMessage request = new(HttpMethod.Get, "/inbox/api/events");
        using HttpResponseMessage response = await ann.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Stop);
        using StreamReader lines = new(await response.Content.ReadAsStreamAsync(Stop));

        await site.WriteAsync("Do you have pears?");

        string? line = "";
        while (line is not null && !line.Contains("pears", StringComparison.Ordinal))
        {
            line = await Patiently.Wait(lines.ReadLineAsync(Stop).AsTask());
        }

        using JsonDocument rows = JsonDocument.Parse(line!["data: ".Length..]);
        Assert.Equal("Pablo", rows.RootElement[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task Search_Words_FindsProducts()
    {
        await using InboxSite site = await InboxSite.OpenAsync();
        using HttpClient ann = site.Client();

        await Patiently.Until(async () =>
            (await ann.GetStringAsync("/inbox/api/search?q=apples", Stop)).Contains("apple-1kg", StringComparison.Ordinal));
    }
}
