using WhatsCommerce.Tests.Invariants;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests;

/// <summary>Events as users make them for their own tests, and as they appear in logs.</summary>
public sealed class EventConstructionTests
{
    [Fact]
    public void Initializer_OfAnEvent_SaysWhereItCameFrom()
    {
        var order = new OrderEvent
        {
            Field = "messages",
            BusinessAccountId = "1",
            PhoneNumberId = "2",
            Id = "w",
            Items = [new() { RetailerId = "a", Quantity = 1 }],
        };

        Assert.Equal(("messages", "1", "2"), (order.Field, order.BusinessAccountId.Value, order.PhoneNumberId.Value));
        Assert.Equal(("1", "2"), (order.Change.Entry.Id.Value, order.Change.PhoneNumberId.Value));
        Assert.Null(new TextEvent { Text = "x" }.Field);
    }

    [Fact]
    public void With_OneValue_LeavesTheOriginalAlone()
    {
        TextEvent text = Bodies.ParseOne<TextEvent>(Bodies.Messages(Bodies.Text()));

        TextEvent moved = text with { PhoneNumberId = "7" };

        Assert.Equal(new PhoneNumberId("7"), moved.PhoneNumberId);
        Assert.Equal(new PhoneNumberId("113907458826031"), text.PhoneNumberId);
        Assert.Equal(text.BusinessAccountId, moved.BusinessAccountId);
    }

    [Fact]
    public void ToString_OfEverything_HidesNumbersNamesAndTexts()
    {
        string[] hidden = ["16505550142", "15550170101", "Renée", "Hello", "sweet", "Ring twice", "cart-71", "Tell me more"];
        WebhookNotification notification = Bodies.Parse(Bodies.Value(
            $"\"messages\":[{Bodies.Order()},{Bodies.Question()},{Bodies.Text()},{{\"id\":\"w\",\"from\":\"16505550142\","
                + $"\"type\":\"image\"}},"
            + $"{{\"id\":\"w\",\"from\":\"16505550142\",\"text\":\"Hello\"}},"
            + Bodies.Question("\"button\":{\"payload\":\"p\",\"text\":\"Tell me more\"}", "button")
            + $"],\"statuses\":[{Bodies.Status(Bodies.FullStatus)}],\"metadata\":{Bodies.Metadata}"));
        List<object?> all = [notification];
        foreach (WebhookEvent e in notification.Events)
        {
            all.AddRange([e, e.Change, e.Change.Entry, e.AdditionalProperties]);
            all.AddRange(e is MessageEvent message ? [message.Customer, message.Context] : []);
            all.AddRange(e is OrderEvent order ? order.Items : []);
            all.AddRange(e is ProductQuestionEvent question ? [question.Reply] : []);
            all.AddRange(e is StatusEvent status ? [status.Customer, status.Pricing, status.Conversation] : []);
        }

        Assert.Equal(7, notification.Events.Count);
        Assert.All(all, value => Assert.All(hidden, text => Assert.DoesNotContain(text, $"{value}", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(SampleNames))]
    public void ToString_OfEachKind_HidesNumbersNamesAndTexts(string sample)
    {
        string[] hidden = [
            "16505550142",
            "16505550143",
            "Renée",
            "@renee",
            "From my garden",
            "receipt.pdf",
            "52.51",
            "Pariser",
            "Ann",
            "Yakima",
            "Two loaves",
            "Ring twice",
            "Express",
            "Stop",
            "Bengaluru",
            "4242"];

        Assert.All(
            Bodies.Parse(Samples.Json(sample)).Events.Where(e => e is MessageEvent or StatusEvent),
            e => Assert.All(hidden, text => Assert.DoesNotContain(text, e.ToString(), StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(AllSampleNames))]
    public void ToString_OfEachKind_HidesTheNumberInIdsOfMessagesAndCalls(string sample)
    {
        const string CodedNumber = "MTY1MDU1NTAxNDI"; // 16505550142 in base64
        const string Telling = "HBgL" + CodedNumber + "VAgARGBI5QTNDQTVCM0Q0Q0Q2RTY3RTcA";
        string json = Samples.Json(sample)
            .Replace("\"wamid.", $"\"wamid.{Telling}", StringComparison.Ordinal)
            .Replace("\"wacid.", $"\"wacid.{Telling}", StringComparison.Ordinal);

        Assert.All(Bodies.Parse(json).Events, e =>
        {
            Assert.DoesNotContain(CodedNumber, $"{e}", StringComparison.Ordinal);
            Assert.DoesNotContain(CodedNumber, $"{(e as MessageEvent)?.Context}", StringComparison.Ordinal);
            Assert.DoesNotContain(CodedNumber, $"{(e as HistoryEvent)?.ToString()}", StringComparison.Ordinal);
        });
    }

    public static TheoryData<string> AllSampleNames() => [.. Samples.Names];

    public static TheoryData<string> SampleNames() => [.. Samples.Names.Where(name => name.Contains(": ", StringComparison.Ordinal))];

    [Fact]
    public void ToString_OfAnEvent_NamesWhatALogNeeds()
    {
        Assert.Equal(
            "TextEvent { Field = messages, BusinessAccountId = 427019853661240, PhoneNumberId = 113907458826031, Timestamp = "
            + "2025-11-06T11:00:00Z, "
            + "Customer = Customer { WaId = ***0142 }, Id = wamid.text, Type = text }",
            Bodies.ParseOne(Bodies.Messages(Bodies.Text())).ToString());
        Assert.Equal(
            "MalformedEvent { Path = messages[0], Reason = Expected an object, found a number., Count = 1 }",
            Bodies.ParseOne("""{"messages":[7]}""").ToString());
    }

    [Fact]
    public void OpenValues_Unset_AreAbsent()
    {
        Assert.Equal(
            ("", false, default(string)),
            (default(MessageStatus).ToString(), default(MessageStatus).IsKnown, new MessageStatus(" ").Value));
        Assert.Equal((PricingModel.Message, true), (new PricingModel("PMP"), PricingModel.Message.IsKnown));
        Assert.Equal((PricingType.Regular, false), (new PricingType("regular"), new PricingType("Regular").IsKnown));
        Assert.Equal((PricingCategory.Utility, "utility"), (new PricingCategory("utility"), PricingCategory.Utility.ToString()));
    }
}
