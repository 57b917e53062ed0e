using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using WhatsCommerce.Messages;
using WhatsCommerce.Sdk.Tests.Http;

namespace WhatsCommerce.Sdk.Tests.Preflight;

/// <summary>Messages that show products are checked before they are sent, where the options say so.</summary>
public class PreflightBeforeSendingTests
{
    private static readonly OutboundMessage List =
        Message.ProductList(PreflightShop.Catalog).Header("Fresh").Body("Pick").Section("Fruit", "apple", "knife").Build();

    public static TheoryData<OutboundMessage> WithKnife =>
    [
        Message.Product(PreflightShop.Catalog, "knife").Build(),
        Message.ProductList(PreflightShop.Catalog).Header("Sharp").Body("Pick").Section("Tools", "knife").Build(),
        Message.ProductCarousel(PreflightShop.Catalog).Body("Swipe").Products("knife", "sword").Build(),
        Message.Catalog().Body("All we have").Thumbnail("knife").Build(),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(WithKnife), DisableDiscoveryEnumeration = true)]
    public async Task Send_SwitchedOff_AsksNothing(OutboundMessage message)
    {
        using PreflightShop shop = new();

        MessageReceipt receipt = await SendAsync(shop, message);

        Assert.Empty(receipt.UnsendableProducts);
        Assert.Single(shop.Requests);
    }

    [Theory, MemberData(nameof(WithKnife), DisableDiscoveryEnumeration = true)]
    public async Task Send_NoProductCanBeSent_IsRefusedWithEachReason(OutboundMessage message)
    {
        using PreflightShop shop = Careful().With("knife", """ "review_status":"rejected","review_rejection_reasons":["WEAPONS"] """);

        ProductsNotSendableException refused = await Assert.ThrowsAsync<ProductsNotSendableException>(() => SendAsync(shop, message));

        Assert.Equal(0, shop.Sent);
        Assert.Equal(("knife", ProductProblems.Rejected), (refused.Products[0].RetailerId.Value, refused.Products[0].Problems));
        Assert.Contains("knife: rejected by Meta's review (WEAPONS).", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_SomeCanBeSent_GoesOutAndReportsTheOthers()
    {
        using PreflightShop shop = Careful().With("apple");

        MessageReceipt receipt = await SendAsync(shop, List);

        Assert.Equal(1, shop.Sent);
        Assert.Equal(
            ("knife", ProductProblems.Missing),
            (Assert.Single(receipt.UnsendableProducts).RetailerId.Value, receipt.UnsendableProducts[0].Problems));
        Assert.EndsWith("UnsendableProducts = knife: not in the connected catalog }", receipt.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendWithAnswer_SomeCanBeSent_ReportsTheOthers()
    {
        using PreflightShop shop = Careful().With("apple");

        GraphResponse<MessageReceipt> answer =
            await shop.Client.Messages.SendWithResponseAsync(TestClient.To, List, cancellationToken: Cancellation);

        Assert.Single(answer.Value.UnsendableProducts);
    }

    [Fact]
    public async Task SendMany_NoneCanBeSent_IsNotSentToAnybody()
    {
        using PreflightShop shop = Careful();

        List<SendResult> results = await shop.Client.Messages
            .SendManyAsync((Recipient[])[TestClient.To, "+16505551235"], List, cancellationToken: Cancellation)
            .ToListAsync(Cancellation);

        Assert.All(
            results,
            result => Assert.Equal((SendOutcome.NotSent, true), (result.Outcome, result.Exception is ProductsNotSendableException)));
        Assert.Equal(0, shop.Sent);
    }

    [Fact]
    public async Task Send_ShopCannotSendProducts_IsRefused()
    {
        using PreflightShop shop = Careful().With("apple").With("knife");
        shop.IsVisible = false;

        ProductsNotSendableException refused = await Assert.ThrowsAsync<ProductsNotSendableException>(() => SendAsync(shop, List));

        Assert.Equal(ShopProblems.CatalogHidden, refused.Report.ShopProblems);
        Assert.Empty(refused.Products);
    }

    [Fact]
    public async Task Send_InReview_GoesOutAndIsReported()
    {
        using PreflightShop shop = Careful().With("knife", """ "review_status":"pending" """);

        MessageReceipt receipt = await SendAsync(shop, Message.Product(PreflightShop.Catalog, "knife").Build());

        Assert.Equal(ProductProblems.InReview, Assert.Single(receipt.UnsendableProducts).Problems);
    }

    [Fact]
    public async Task Send_ProblemThatTheOptionsTolerate_GoesOut()
    {
        using PreflightShop shop =
            Careful(options => options.Preflight.RefuseFor = ProductProblems.Missing).With("knife", """ "review_status":"rejected" """);

        await SendAsync(shop, Message.Product(PreflightShop.Catalog, "knife").Build());

        Assert.Equal(1, shop.Sent);
    }

    [Fact]
    public async Task Send_CheckFails_GoesOutUnchecked()
    {
        using PreflightShop shop = Careful();
        shop.Error = 4;

        await SendAsync(shop, List);

        Assert.Equal(1, shop.Sent);
    }

    [Fact]
    public async Task Send_CatalogMessage_IsOfTheConnectedCatalogWhateverTheOptionsName()
    {
        using PreflightShop shop = Careful();
        shop.Connected = "99";

        await SendAsync(shop, Message.Catalog().Body("All we have").Build());

        Assert.Equal(1, shop.Sent);
    }

    [Fact]
    public async Task Send_Text_AsksNothing()
    {
        using PreflightShop shop = Careful();

        await SendAsync(shop, TestClient.Hello);

        Assert.Single(shop.Requests);
    }

    [Fact]
    public async Task Send_SecondTime_DoesNotAskAgain()
    {
        using PreflightShop shop = Careful().With("apple");
        await SendAsync(shop, List);
        int first = shop.Requests.Count;

        await SendAsync(shop, List);

        Assert.Equal(first + 1, shop.Requests.Count);
    }

    [Fact]
    public void Options_FromConfiguration_AreBound()
    {
        IConfigurationRoot configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["W:Preflight:BeforeSending"] = "true",
            ["W:Preflight:RefuseFor"] = "Missing, Rejected",
            ["W:Preflight:CacheTime"] = "00:01:00",
        }).Build();
        ServiceCollection services = new();
        services.AddWhatsCommerce(configuration.GetSection("W"));
        using ServiceProvider provider = services.BuildServiceProvider();

        PreflightOptions options = provider.GetRequiredService<IOptions<WhatsCommerceOptions>>().Value.Preflight;

        Assert.Equal(
            (true, ProductProblems.Missing | ProductProblems.Rejected, TimeSpan.FromMinutes(1)),
            (options.BeforeSending, options.RefuseFor, options.CacheTime));
    }

    private static PreflightShop Careful(Action<WhatsCommerceOptions>? configure = null) => new(options =>
    {
        options.Preflight.BeforeSending = true;
        configure?.Invoke(options);
    });

    private static Task<MessageReceipt> SendAsync(PreflightShop shop, OutboundMessage message) =>
        shop.Client.Messages.SendAsync(TestClient.To, message, cancellationToken: Cancellation);
}
