using WhatsCommerce.Webhooks;
using WhatsCommerce.Webhooks.Json;

namespace WhatsCommerce.Tests;

/// <summary>Bodies from the field, as others reported them.</summary>
public sealed class CasesTests
{
    [Fact]
    public void Parse_OrdersOfTwoCustomersWhoseContactsComeInAnotherOrder_CarryTheirOwnNames()
    {
        IReadOnlyList<WebhookEvent> events = Parse("username-orders-two-customers-contact-order-differs.json");

        Assert.Equal(
            [("US.111", "Ana", "@ana", "ana-item"), ("US.222", "Bob", "@bob", "bob-item")],
            events.Cast<OrderEvent>().Select(order => (
                order.Customer.UserId.Value, order.Customer.ProfileName, order.Customer.Username, order.Items[0].RetailerId.Value)));
        Assert.All(events, e => Assert.Null(e.Customer.WaId));
    }

    [Fact]
    public void Parse_ReceiptsOfAGroupByUserId_AreThree()
    {
        IReadOnlyList<WebhookEvent> events = Parse("username-group-statuses-empty-participant.json");

        Assert.Equal(["US.111", "US.222", "US.333"], events.Cast<StatusEvent>().Select(status => status.Customer.UserId.Value));
        Assert.All(events, e => Assert.Null(((StatusEvent)e).ParticipantId));
        Assert.Equal(3, events.Select(e => EventKeys.For("", e)).Distinct().Count());
    }

    [Fact]
    public void Parse_BlankFromAndOneContact_HasItsNumber()
    {
        Customer customer = Assert.Single(Parse("bsuid-empty-from-contact-has-number.json")).Customer;

        Assert.Equal(("15557770001", "Ana"), (customer.WaId, customer.ProfileName));
        Assert.Equal(RecipientKind.PhoneNumber, customer.ToRecipient().Kind);
    }

    [Fact]
    public void Parse_SecondEventOfAnotherCustomer_KeepsItsUserIdAlone() =>
        Assert.Equal(new Customer { UserId = "US.222" }, Parse("join-one-contact-number-only-second-message-userid-only.json")[1].Customer);

    [Fact]
    public void Parse_ContactWithTheOtherSpellingOfANumber_BothSurviveADeadLetter()
    {
        WebhookEvent order = Assert.Single(Parse("contact-wa_id-differs-mx.json"));
        WebhookEvent again = Assert.Single(WebhookParser.Parse(SingleDelivery.Write(order)).Events);

        foreach (WebhookEvent e in (WebhookEvent[])[order, again])
        {
            Assert.Equal(("525512345678", "Ana"), (e.Customer.WaId, e.Customer.ProfileName));
            Assert.True(e.Customer.AdditionalProperties.TryGetValue("wa_id", out var other));
            Assert.Equal("5215512345678", other.GetString());
        }
    }

    [Fact]
    public void Parse_CallsWithBlankIds_AreOfTheUserId() =>
        Assert.All(Parse("username-calls-empty.json"), e => Assert.Equal(
            (null, "US.111", "Ana"), (e.Customer.WaId, e.Customer.UserId.Value, e.Customer.ProfileName)));

    [Fact]
    public void Parse_BareChange_IsAnOrder()
    {
        OrderEvent order = Assert.IsType<OrderEvent>(Assert.Single(Parse("bare-change-order.json")));

        Assert.Equal(("messages", "900100200300", "Ana"), (order.Field, order.PhoneNumberId.Value, order.Customer.ProfileName));
    }

    [Fact]
    public void Parse_PictureAboutAProduct_StaysAPictureWithItsProduct()
    {
        ImageEvent image = Assert.IsType<ImageEvent>(Assert.Single(Parse("question-image-about-product.json")));

        Assert.Equal(new ReferredProduct("555", "sku-1"), image.ReferredProduct);
    }

    [Fact]
    public void Parse_TimesInAllWritings_AreTimesOrAbsentAndKept()
    {
        StatusEvent[] statuses = [.. Parse("status-timestamps.json").Cast<StatusEvent>()];

        Assert.Equal(
            [1764400000000, 1764400000000, 1764400000123, 1764400000500, 1795942800000, null, null, null, null, 1764400000000],
            statuses.Select(status => status.Timestamp?.ToUnixTimeMilliseconds()));
        Assert.Equal([5, 7, 8], Enumerable.Range(0, 10).Where(i => statuses[i].AdditionalProperties.Contains("timestamp")));
    }

    private static IReadOnlyList<WebhookEvent> Parse(string file) =>
        WebhookParser.Parse(File.ReadAllBytes(SharedMaterial.Require("cases", file))).Events;
}
