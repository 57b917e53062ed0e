using System.Reflection;
using System.Text.Json;
using WhatsCommerce.Messages;

namespace WhatsCommerce.Sdk.Integration.Tests;

/// <summary>Whatever <see cref="Message"/> offers is accepted by the local Cloud API, filled up to its limits.</summary>
public class FrontDoorTests
{
    private const string Pablo = "+16505551234";

    private static readonly MediaSource Picture = MediaSource.FromLink("https://shop.example/apple.jpg");
    private static readonly MessageId Theirs = new("wamid.A");
    private static readonly RetailerId[] Fruit =
        [.. Enumerable.Range(1, MessageLimits.ProductListProducts).Select(number => new RetailerId($"fruit-{number}"))];

    /// <summary>Messages by the method that makes them.</summary>
    private static readonly (string Method, Func<CatalogId, OutboundMessage> Make)[] Kinds =
    [
        ("Text", _ => Message.Text(X(MessageLimits.TextBody)).Build()),
        ("Buttons", _ => Message.Buttons().Header(X(MessageLimits.InteractiveHeaderText)).Body(X(MessageLimits.InteractiveBody)).Footer(
            X(MessageLimits.InteractiveFooter))
            .Button(X(MessageLimits.ReplyButtonId), X(MessageLimits.ButtonTitle)).Button("b", "B").Button("c", "C").Build()),
        ("Buttons", _ => Message.Buttons()
            .Header(MessageHeader.Document(Picture, X(MessageLimits.DocumentFileName)))
            .Body("Yes?")
            .Button("a", "A")
            .Build()),
        ("List", _ => Message.List(X(MessageLimits.ListButton)).Header("Choose").Body(X(MessageLimits.ListBody))
            .Section(
                X(MessageLimits.SectionTitle),
                Enumerable.Range(1, MessageLimits.ListRows - 1).Select(row => new ListRow($"row-{row}", "Row")))
            .Section(
                "Last",
                new ListRow(X(MessageLimits.ListRowId), X(MessageLimits.ListRowTitle), X(MessageLimits.ListRowDescription))).Build()),
        ("CallToAction", _ => Message.CallToAction(X(MessageLimits.ButtonTitle), "https://shop.example/a b?c=é")
            .Header(MessageHeader.Video(Picture))
            .Body("Open")
            .Build()),
        ("Flow", _ => Message.Flow("1")
            .Header("Book")
            .Body("A table")
            .Button(X(MessageLimits.FlowButton))
            .Token("t")
            .Mode(FlowMode.Draft)
            .Navigate("FIRST", Json("""{"a":1}"""))
            .Build()),
        ("FlowByName", _ => Message.FlowByName("booking").Body("A table").Button("Book").DataExchange().Build()),
        ("MediaCarousel", _ => Cards(Message.MediaCarousel().Body(X(MessageLimits.InteractiveBody)), (card, _) =>
            card.Image(Picture)
                .Body(X(MessageLimits.CardBody - 4) + "\na\nb")
                .CallToAction(X(MessageLimits.ButtonTitle), "https://shop.example"))),
        ("MediaCarousel", _ => Cards(Message.MediaCarousel().Body("Look"), (card, index) =>
            card.Video(MediaSource.FromId("1")).QuickReply($"more-{index}", "More").QuickReply(X(MessageLimits.ReplyButtonId), "Less"))),
        ("LocationRequest", _ => Message.LocationRequest().Body(X(MessageLimits.InteractiveBody)).Build()),
        ("AddressRequest", _ => Message.AddressRequest()
            .Header("Where?")
            .Body("Where to?")
            .Values(Address())
            .SavedAddress("a", Address())
            .ValidationError(AddressField.PinCode, "No such pin code")
            .Build()),
        ("ContactInfoRequest", _ => Message.ContactInfoRequest().Body("Your number?").Build()),
        ("CallPermissionRequest", _ => Message.CallPermissionRequest().Body("May we call?").Build()),
        ("VoiceCall", _ => Message.VoiceCall().Body("Call us").Build()),
        ("VoiceCall", _ => Message.VoiceCall().Body("Call us").DisplayText(X(MessageLimits.ButtonTitle))
            .ExpiresAfter(TimeSpan.FromMinutes(MessageLimits.CallButtonMinutes)).Payload(X(MessageLimits.CallButtonPayload)).Build()),
        ("Location", _ => Message.Location(-90, 180).Name(X(MessageLimits.LocationName)).Address(X(MessageLimits.LocationAddress)).Build()),
        ("Contacts", _ => Message.Contacts(Enumerable.Repeat(Asha(), MessageLimits.Contacts)).Build()),
        ("Reaction", _ => Message.Reaction(Theirs, "👩🏽‍🌾").Build()),
        ("RemoveReaction", _ => Message.RemoveReaction(Theirs).Build()),
        ("Pin", _ => Message.Pin(Theirs, 7).Build()),
        ("Unpin", _ => Message.Unpin(Theirs).Build()),
        ("Raw", _ => Message.Raw("text", Json("""{"body":"Hello"}""")).Build()),
        ("Image", _ => Message.Image(Picture).Caption(X(MessageLimits.MediaCaption)).Build()),
        ("Video", _ => Message.Video(Picture).Caption(X(MessageLimits.MediaCaption)).Build()),
        ("Audio", _ => Message.Audio(MediaSource.FromId("1")).Voice().Build()),
        ("Document", _ => Message.Document(Picture).Caption("The bill").FileName(X(MessageLimits.DocumentFileName)).Build()),
        ("Sticker", _ => Message.Sticker(Picture).Build()),
        ("Catalog", _ => Message.Catalog()
            .Body(X(MessageLimits.InteractiveBody))
            .Footer(X(MessageLimits.InteractiveFooter))
            .Thumbnail("fruit-1")
            .Build()),
        ("CatalogLink", _ => Message.CatalogLink(Pablo).Body("Our catalog:").Build()),
        ("Product", catalog => Message.Product(catalog, "fruit-1").Body("This one?").Footer("Fresh").Build()),
        ("ProductList", catalog => Message.ProductList(catalog).Header(X(MessageLimits.InteractiveHeaderText)).Body("Pick")
            .Section(X(MessageLimits.SectionTitle), Fruit.Skip(1)).Section("Last", Fruit.Take(1)).Build()),
        ("ProductCarousel", catalog =>
            Message.ProductCarousel(catalog).Body("Look").Products(Fruit.Take(MessageLimits.CarouselCards)).Build()),
        ("OrderDetails", _ => Message.OrderDetails(X(MessageLimits.OrderReferenceId), Brazilian)
            .Header(MessageHeader.Image(Picture))
            .Body("Please pay")
            .Footer("Thank you")
            .Build()),
        ("OrderDetails", _ => Message.OrderDetails(
            "total",
            order => order.DigitalGoods().Total(new(9.99m, "BRL")).Payment(PaymentSetting.Boleto("0339"))).Body("Please pay").Build()),
        ("OrderDetails", _ => Message.OrderDetails(X(MessageLimits.OrderReferenceIdInIndia), Indian).Body("Please pay").Build()),
        ("OrderStatus", _ => Message.OrderStatus(X(MessageLimits.OrderReferenceId), OrderStatus.PartiallyShipped)
            .Description(X(MessageLimits.OrderStatusDescription))
            .Body("On its way")
            .Build()),
        ("OrderStatus", _ =>
            Message.OrderStatus("order-1").Payment(OrderPaymentStatus.Captured, DateTimeOffset.UnixEpoch).Body("Thank you").Build()),
        ("Template", _ => Message.Template(X(MessageLimits.TemplateName), "en_US").Header(X(MessageLimits.TemplateHeaderText)).Body(
            X(MessageLimits.TemplateParameterText), TemplateParameter.Currency(new(25m, "USD")))
            .QuickReplyButton(0, "a").UrlButton(1, X(MessageLimits.TemplateUrl)).CopyCodeButton(
                MessageLimits.TemplateButtons - 1, X(MessageLimits.CouponCode)).Build()),
        ("Template", _ => Message.Template("named", "pt_BR")
            .DocumentHeader(Picture, "bill.pdf")
            .Body(("first", "Asha"), ("last", "Rao"))
            .FlowButton(0, "t", Json("""{"a":1}"""))
            .Build()),
        ("Template", _ => Message.Template("shop", "en")
            .LocationHeader(1.5, -2.5, "Shop", "1 Road")
            .CatalogButton(0)
            .VoiceCallButton(1, TimeSpan.FromMinutes(100), "call")
            .Build()),
        ("Template", catalog => Message.Template("list", "en")
            .ProductHeader(catalog, "fruit-1")
            .ProductListButton(0, "fruit-1", new ProductSection("Fruit", Fruit))
            .Build()),
        ("Template", _ => Message.Template("offer", "en")
            .ImageHeader(Picture)
            .Body("Asha")
            .LimitedTimeOffer(DateTimeOffset.UnixEpoch.AddYears(80))
            .TapTarget("https://shop.example", "Open")
            .AsMarketing(MarketingPolicy.Strict, true)
            .Build()),
        ("Template", _ =>
            Message.Template("status", "en").OrderStatus("order-1", OrderStatus.Shipped, X(MessageLimits.OrderStatusDescription)).Build()),
        ("Template", _ => Message.Template("pay", "en").OrderDetailsButton(0, "order-1", Brazilian).Build()),
        ("Template", catalog => Message.Template("cards", "en")
            .Body("Asha")
            .Card(card => card.Product(catalog, "fruit-1"))
            .Card(card => card.Product(catalog, "fruit-2"))
            .Build()),
        ("Template", _ => Message.Template("cards", "en").Card(
            card => card.Image(Picture).Body("A").QuickReplyButton(0, "a").UrlButton(1, "b"))
            .Card(card => card.Image(Picture).Body("B").QuickReplyButton(0, "a").OrderDetailsButton(1, "order-1", Indian)).Build()),
    ];

    public static TheoryData<int, string> Numbers =>
        [.. Kinds.Index().Select(kind => new TheoryDataRow<int, string>(kind.Index, kind.Item.Method))];

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task Send_EachKindThatMessageOffers_IsAccepted(int number, string method)
    {
        await using ClientAndCloud shop = await ClientAndCloud.StartAsync();
        foreach (RetailerId id in Fruit)
        {
            shop.Cloud.Catalog.Add(id, "Fruit", new Money(1m, "USD"));
        }

        OutboundMessage message = Kinds[number].Make(shop.Cloud.Catalog.Id);
        Recipient to = method is "Pin" or "Unpin" ? Recipient.Group("group-1") : Pablo;
        MessageReceipt receipt =
            await shop.Client.Messages.SendAsync(to, message, cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(receipt.Id.HasValue);
    }

    [Fact]
    public void Kinds_OfEveryMethodOfMessage_AreThere()
    {
        IEnumerable<string> offered =
            typeof(Message).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Select(method => method.Name);

        Assert.Empty(offered.Except(Kinds.Select(kind => kind.Method)));
    }

    private static void Brazilian(OrderDetailsBuilder order) => order.PhysicalGoods()
        .Item("fruit-1", X(MessageLimits.OrderItemName), new(10m, "BRL"), 3, new Money(9.99m, "BRL"))
        .Tax(new(0.50m, "BRL"), X(MessageLimits.OrderChargeDescription))
        .Shipping(new(5m, "BRL"), X(MessageLimits.OrderChargeDescription))
        .Discount(new(1.47m, "BRL"), X(MessageLimits.OrderChargeDescription), X(MessageLimits.DiscountProgramName))
        .Expires(TimeProvider.System.GetUtcNow().AddDays(1000), X(MessageLimits.OrderExpirationDescription))
        .Payment(PaymentSetting.PixDynamicCode("0002", "Ana", "39580525000189", PixKeyType.Cnpj))
        .Payment(PaymentSetting.Link("https://shop.example/pay"))
        .Payment(PaymentSetting.OffsiteCard("1234", "card-1"));

    private static void Indian(OrderDetailsBuilder order) => order.PhysicalGoods().QuickPay()
        .Items(Enumerable.Range(0, MessageLimits.OrderItemsWithImages).Select(_ => new OrderDetailsItem(default, "Tea", new(100m, "INR"))
        {
            ImageLink = "https://shop.example/tea.jpg",
            CountryOfOrigin = "India",
            Importer = new() { Name = "Importer", AddressLine1 = "1 Road" },
        }))
        .Beneficiary(new()
        {
            Name = X(MessageLimits.BeneficiaryName),
            AddressLine1 = X(MessageLimits.BeneficiaryAddressLine),
            AddressLine2 = X(MessageLimits.BeneficiaryAddressLine),
            City = "Mumbai",
            State = "MH",
            PostalCode = "400051",
        })
        .ShipTo(Address())
        .UpiConfiguration(X(MessageLimits.PaymentConfigurationName))
        .Payment(PaymentSetting.Razorpay(X(MessageLimits.PaymentConfigurationName), X(MessageLimits.RazorpayReceipt),
            Enumerable.Range(0, MessageLimits.RazorpayNotes)
                .Select(note => KeyValuePair.Create($"note-{note}", X(MessageLimits.RazorpayNote)))))
        .Payment(PaymentSetting.PayU("payu", X(MessageLimits.PayUField)).PreferApp("gpay"))
        .Payment(PaymentSetting.BillDesk("billdesk", X(MessageLimits.BillDeskField)).OnlyUpi())
        .Payment(PaymentSetting.Zaakpay("zaakpay", X(MessageLimits.ZaakpayField)))
        .Payment(PaymentSetting.UpiIntentLink("upi://pay?pa=shop"))
        .Payment(PaymentSetting.RazorpayAccount("abc"));

    private static MediaCarouselMessage Cards(MediaCarouselMessageBuilder carousel, Action<MediaCardBuilder, int> fill)
    {
        for (int i = 0; i < MessageLimits.CarouselCards; i++)
        {
            int index = i;
            carousel.Card(card => fill(card, index));
        }

        return carousel.Build();
    }

    private static AddressValues Address() => new()
    {
        Name = "Asha",
        PhoneNumber = "+919000090000",
        PinCode = "400051",
        City = "Mumbai",
        State = "MH",
        Address = "1 Road"
    };

    private static Contact Asha() => new()
    {
        Name = new() { FormattedName = "Asha Rao", FirstName = "Asha" },
        Phones = [new("+16505551234", "WORK", "16505551234")],
        Emails = [new("asha@shop.example")],
        Urls = [new("shop.example")],
        Addresses = [new() { Street = "1 Road", City = "Mumbai" }],
        Organization = new() { Company = "Shop" },
        Birthday = new(1999, 1, 23),
    };

    private static JsonElement Json(string json) => JsonElement.Parse(json);

    private static string X(int count) => new('x', count);
}
