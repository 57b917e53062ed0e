using System.Text;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.Payments;

public sealed class ExternalCheckoutTests
{
    private const string Secret = "0123456789abcdef0123456789abcdef";

    private readonly ExternalCheckoutOptions _options = new() { Url = "https://shop.example/pay", Secret = Secret };
    private readonly ShopFixture _shop;
    private readonly ExternalCheckout _page;

    public ExternalCheckoutTests()
    {
        _shop = new ShopFixture(seams: standard => standard with { Providers = [new ExternalProvider(_options)] });
        _page = new ExternalCheckout(_shop.Services, _shop.Rooms.Attempts, _options);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_LinkThatWasNotMadeHere_ShowsNothing()
    {
        OfferResult offer = await _shop.OfferAsync();
        string id = offer.Attempt!.Id.ToString();
        string signature = ExternalSignature.OfLink(Secret, offer.Attempt.Id);

        Assert.NotNull(await _page.ReadAsync(id, signature, Stop));
        Assert.Null(await _page.ReadAsync(id, null, Stop));
        Assert.Null(await _page.ReadAsync(id, signature[..^1], Stop));
        Assert.Null(await _page.ReadAsync(id, ExternalSignature.OfLink(Secret + "x", offer.Attempt.Id), Stop));
        Assert.Null(await _page.ReadAsync("another", signature, Stop));
    }

    [Fact]
    public async Task Read_CartThatWasChanged_CannotBePaidAnyMore()
    {
        OfferResult offer = await _shop.OfferAsync();
        await _shop.Rooms.Carts.ChangeAsync(offer.Cart!.Id, [new CartLine { RetailerId = "apple-1kg", Quantity = 5 }], Stop);

        ExternalCheckoutView? view = await _page.ReadAsync(
            offer.Attempt!.Id.Value, ExternalSignature.OfLink(Secret, offer.Attempt.Id), Stop);

        Assert.False(view!.CanBePaid);
    }

    [Fact]
    public async Task Report_SignedAndPaid_PlacesTheOrderAlsoWhenItIsRepeated()
    {
        OfferResult offer = await _shop.OfferAsync();
        byte[] body = Paid(offer, "6.98");
        string signature = ExternalSignature.OfReport(Secret, body);

        Assert.Equal(ExternalReportResult.Taken, await _page.ReportAsync(body, signature, Stop));
        Assert.Equal(ExternalReportResult.Taken, await _page.ReportAsync(body, signature, Stop));

        Assert.Equal(OrderState.Placed, (await _shop.OrderAsync(offer.Order!.Id)).State);
        Assert.Single(await _shop.EventsAsync(), name => name == "OrderPlaced");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("00")]
    public async Task Report_WithoutItsSignature_IsRefused(string? signature)
    {
        OfferResult offer = await _shop.OfferAsync();

        Assert.Equal(ExternalReportResult.NotAuthentic, await _page.ReportAsync(Paid(offer, "6.98"), signature, Stop));
        Assert.Equal(OrderState.AwaitingCheckout, (await _shop.OrderAsync(offer.Order!.Id)).State);
    }

    [Fact]
    public async Task Report_ChangedAfterItWasSigned_IsRefused()
    {
        OfferResult offer = await _shop.OfferAsync();
        string signature = ExternalSignature.OfReport(Secret, Paid(offer, "0.01"));

        Assert.Equal(ExternalReportResult.NotAuthentic, await _page.ReportAsync(Paid(offer, "6.98"), signature, Stop));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"attempt":"a","state":"paid"}""")]
    [InlineData("""{"attempt":"a","state":"paid","amount":"-1","currency":"USD"}""")]
    [InlineData("""{"attempt":"a","state":"rich","amount":"1","currency":"USD"}""")]
    public async Task Report_SignedNonsense_IsNotReadable(string json)
    {
        byte[] body = Encoding.UTF8.GetBytes(json);

        Assert.Equal(
            ExternalReportResult.NotReadable, await _page.ReportAsync(body, ExternalSignature.OfReport(Secret, body), Stop));
    }

    [Fact]
    public async Task Report_OfAnotherAmount_NeedsReview()
    {
        OfferResult offer = await _shop.OfferAsync();
        byte[] body = Paid(offer, "6.99");

        await _page.ReportAsync(body, ExternalSignature.OfReport(Secret, body), Stop);

        Assert.Equal(ReviewReason.AmountDiffers, (await _shop.OrderAsync(offer.Order!.Id)).ReviewReason);
    }

    [Fact]
    public async Task Refund_WithoutTheShopsOwnWay_IsRefused()
    {
        OfferResult offer = await _shop.OfferAsync();
        byte[] body = Paid(offer, "6.98");
        await _page.ReportAsync(body, ExternalSignature.OfReport(Secret, body), Stop);

        RefundResult refused = await _shop.Rooms.Orders.RefundAsync(offer.Order!.Id, null, "ann", "bruised", cancellationToken: Stop);
        _options.Refund = (_, _) => Task.FromResult(true);
        RefundResult done = await _shop.Rooms.Orders.RefundAsync(offer.Order.Id, null, "ann", "bruised", cancellationToken: Stop);

        Assert.Equal((RefundState.Failed, RefundState.Done), (refused.Refund!.State, done.Refund!.State));
    }

    private static byte[] Paid(OfferResult offer, string amount) => Encoding.UTF8.GetBytes(
        $$"""{"attempt":"{{offer.Attempt!.Id}}","state":"paid","amount":"{{amount}}","currency":"USD","reference":"r-1"}""");
}
