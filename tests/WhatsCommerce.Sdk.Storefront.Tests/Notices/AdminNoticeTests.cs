using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Messages;
using WhatsCommerce.Sdk.Storefront.Tests.Replies;
using WhatsCommerce.Storefronts;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Sdk.Storefront.Tests.Notices;

/// <summary>What the people of a shop are told.</summary>
public sealed class AdminNoticeTests
{
    private const string Admin = "+16505550001";
    private const string Second = "+16505550002";

    private readonly ShopFixture _shop = new();
    private readonly RecordingClient _client = new();
    private readonly AdminNoticeOptions _options = new() { Numbers = [Admin] };
    private readonly AdminWindows _windows;

    public AdminNoticeTests() => _windows = new AdminWindows(_shop.Time, new MemoryAdminWindowStore());

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static ProductAsked Asked => new()
    {
        Id = "m1/asked",
        ShopId = "shop",
        Customer = new CustomerKey("pablo"),
        PhoneNumberId = "777",
        At = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero),
        RetailerId = "apple-1kg",
        ProductName = "Apples, 1 kg",
        Question = "Are they sweet?",
        To = "+16505551234",
    };

    [Fact]
    public async Task Question_IsToldWithItsProductAndTheEndOfTheNumber()
    {
        await TellAsync(Asked);

        (Recipient to, OutboundMessage message, _) = Assert.Single(_client.Sent);
        Assert.Equal(Admin, to);
        Assert.Equal("Question about Apples, 1 kg (apple-1kg) from ***1234:\nAre they sweet?", Body(message));
    }

    [Fact]
    public async Task Question_OfAShopThatWantsNumbers_ShowsTheNumber()
    {
        _options.ShowCustomerNumber = true;

        await TellAsync(Asked);

        Assert.Contains("+16505551234", Body(_client.Sent[0].Message), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Question_InTheShopsOwnWords_HasIdAndName()
    {
        _shop.Services.Options.Texts["en"] = new Dictionary<string, string>
        {
            ["NoticeQuestion"] = "{{product_id}} | {{product_name}} | {{question}}",
        };

        await TellAsync(Asked);

        Assert.Equal("apple-1kg | Apples, 1 kg | Are they sweet?", Body(_client.Sent[0].Message));
    }

    [Fact]
    public async Task Question_InAnotherLanguage_IsToldInIt()
    {
        _options.Language = "es";

        await TellAsync(Asked);

        Assert.StartsWith("Pregunta sobre Apples, 1 kg", Body(_client.Sent[0].Message), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Event_ToldAgain_ReachesEachAdminOnce()
    {
        _options.Numbers.Add(Second);

        await TellAsync(Asked);
        await TellAsync(Asked);

        Assert.Equal([Admin, Second], _client.Sent.Select(sent => sent.To.Value));
    }

    [Fact]
    public async Task Admin_WhoDidNotWrite_GetsTheTemplateInOneLine()
    {
        _options.Template = "shop_notice";

        await TellAsync(Asked);

        string json = System.Text.Encoding.UTF8.GetString(_client.Sent.Single().Message.ToJson(Admin));
        Assert.Contains("\"shop_notice\"", json, StringComparison.Ordinal);
        Assert.Contains("from ***1234: Are they sweet?", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Admin_WhoWroteToThisNumber_GetsAMessage()
    {
        _options.Template = "shop_notice";
        await _windows.ReceiveAsync(Wrote("777"), Stop);

        await TellAsync(Asked);

        Assert.IsType<TextMessage>(Assert.Single(_client.Sent).Message);
    }

    [Fact]
    public async Task Admin_WhoWroteToAnotherNumber_GetsTheTemplate()
    {
        _options.Template = "shop_notice";
        await _windows.ReceiveAsync(Wrote("888"), Stop);

        await TellAsync(Asked);

        Assert.IsNotType<TextMessage>(Assert.Single(_client.Sent).Message);
    }

    [Fact]
    public async Task Admin_WhoWroteADayAgo_GetsTheTemplate()
    {
        _options.Template = "shop_notice";
        await _windows.ReceiveAsync(Wrote("777"), Stop);
        _shop.Time.Advance(TimeSpan.FromHours(24));

        await TellAsync(Asked);

        Assert.IsNotType<TextMessage>(Assert.Single(_client.Sent).Message);
    }

    [Fact]
    public async Task Handler_Alone_IsCalled()
    {
        List<AdminNotice> told = [];
        _options.Numbers.Clear();
        _options.Handler = (notice, _) =>
        {
            told.Add(notice);
            return Task.CompletedTask;
        };

        await TellAsync(Asked);

        AdminNotice only = Assert.Single(told);
        Assert.Equal(
            (AdminNoticeKinds.Questions, "apple-1kg", "Apples, 1 kg"), (only.Kind, only.RetailerId.Value, only.ProductName));
        Assert.DoesNotContain("sweet", only.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cart_IsToldWithItsPrices()
    {
        Cart cart = await _shop.CartAsync();

        await TellAsync(new CartReceived
        {
            Id = "c", ShopId = "shop", Customer = cart.Customer, At = cart.CreatedAt, CartId = cart.Id,
        });

        Assert.Equal(
            "***1234 sent a cart:\n2 x Apples, 1 kg: 6.98 USD\n\n*Total: 6.98 USD*", Body(Assert.Single(_client.Sent).Message));
    }

    [Fact]
    public async Task Cart_ThatCannotBePriced_IsToldByItsIds()
    {
        Cart cart = await _shop.CartAsync("no-such-thing");

        await TellAsync(new CartReceived
        {
            Id = "c", ShopId = "shop", Customer = cart.Customer, At = cart.CreatedAt, CartId = cart.Id,
        });

        Assert.Equal("***1234 sent a cart:\n2 x no-such-thing", Body(Assert.Single(_client.Sent).Message));
    }

    [Fact]
    public async Task Order_IsToldByItsNumber()
    {
        Order order = (await _shop.OfferAsync()).Order!;

        await TellAsync(new OrderPlaced
        {
            Id = "o",
            ShopId = "shop",
            Customer = order.Customer,
            At = order.CreatedAt,
            OrderId = order.Id,
            OrderNumber = order.Number,
            CartId = order.CartId,
            Total = order.Quote.Total,
        });

        Assert.StartsWith(
            $"Order {order.Number} from ***1234:\n2 x Apples", Body(Assert.Single(_client.Sent).Message), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Review_IsToldWithItsReason()
    {
        Order order = (await _shop.OfferAsync()).Order!;

        await TellAsync(new OrderNeedsReview
        {
            Id = "r",
            ShopId = "shop",
            Customer = order.Customer,
            At = order.CreatedAt,
            OrderId = order.Id,
            OrderNumber = order.Number,
            Reason = ReviewReason.AmountDiffers,
        });

        Assert.Equal(
            $"Order {order.Number} needs you: AmountDiffers. 6.98 USD, ***1234", Body(Assert.Single(_client.Sent).Message));
    }

    [Fact]
    public void AddAdminNotices_OfQuestions_LeavesTheAnswerToOthers()
    {
        WhatsCommerceStorefrontBuilder builder = new ServiceCollection().AddWhatsCommerceStorefrontCore(_ => { })
            .AddAdminNotices(options => options.Numbers = [Admin]);

        Assert.True(builder.Shop.Handlers.AnyTakes<ProductAsked>());
        Assert.False(builder.Shop.Handlers.AnyFor<ProductAsked>());
    }

    [Theory]
    [InlineData("650")]
    [InlineData("not a number")]
    public void AddAdminNotices_OfNoNumber_IsRefused(string number) => Assert.Throws<ArgumentException>(() =>
        new ServiceCollection().AddWhatsCommerceStorefrontCore(_ => { }).AddAdminNotices(options => options.Numbers = [number]));

    [Fact]
    public void AddAdminNotices_OfNobody_IsRefused() => Assert.Throws<ArgumentException>(() =>
        new ServiceCollection().AddWhatsCommerceStorefrontCore(_ => { }).AddAdminNotices(_ => { }));

    [Fact]
    public void AddAdminNotices_OfSomeKinds_HandlesThoseAlone()
    {
        WhatsCommerceStorefrontBuilder builder = new ServiceCollection().AddWhatsCommerceStorefrontCore(_ => { })
            .AddAdminNotices(options => (options.Numbers, options.Kinds) = ([Admin], AdminNoticeKinds.Reviews));

        Assert.True(builder.Shop.Handlers.AnyTakes<OrderNeedsReview>());
        Assert.False(builder.Shop.Handlers.AnyTakes<ProductAsked>());
    }

    private static string? Body(OutboundMessage message) => (message as TextMessage)?.Body;

    private MessageEvent Wrote(string number)
    {
        string body = $$$$"""
            {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{
            "messaging_product":"whatsapp","metadata":{"display_phone_number":"15550001","phone_number_id":"{{{{number}}}}"},
            "contacts":[{"profile":{"name":"Boss"},"wa_id":"{{{{Admin[1..]}}}}"}],
            "messages":[{"from":"{{{{Admin[1..]}}}}","id":"wamid.1","timestamp":"{{{{_shop.Time.GetUtcNow().ToUnixTimeSeconds()}}}}",
            "type":"text","text":{"body":"hi"}}]}}]}]}
            """;
        return WebhookParser.Parse(System.Text.Encoding.UTF8.GetBytes(body)).Events.OfType<MessageEvent>().Single();
    }

    private Task TellAsync(StorefrontEvent told)
    {
        Texts texts = new(_shop.Services.Options);
        return new AdminNotices(
            _shop.Services,
            _options,
            new AdminNoticeTexts(_shop.Services, _options, texts, _shop.Rooms),
            _windows,
            new CustomerMessages(new ShopClients(_ => _client), _shop.Services)).TellAsync(told, Stop);
    }
}
