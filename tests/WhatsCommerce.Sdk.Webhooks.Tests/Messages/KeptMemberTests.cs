using System.Text.Json.Nodes;
using WhatsCommerce.Tests.Coverage;
using WhatsCommerce.Tests.Invariants;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests.Messages;

/// <summary>
/// A member that Meta may add to any object of a message: the nearest record keeps it, under the path from there if the object has no
/// record of its own.
/// </summary>
public sealed class KeptMemberTests
{
    /// <summary>A kind of message, an object in it, the record that keeps the member, and under which name.</summary>
    public static TheoryData<string, string, string, string> Objects { get; } = new()
    {
        { "order", "order", "", "order.new" },
        { "order", "order.product_items[0]", ".Items[0]", "new" },
        { "text", "text", "", "text.new" },
        { "text from an ad", "referral", ".Referral", "new" },
        { "text from an ad", "referral.welcome_message", ".Referral", "welcome_message.new" },
        { "question", "context", ".Context", "new" },
        { "question", "context.referred_product", ".Context", "referred_product.new" },
        { "button", "button", ".Reply", "new" },
        { "button reply", "interactive", ".Reply", "new" },
        { "button reply", "interactive.button_reply", ".Reply", "button_reply.new" },
        { "list reply", "interactive.list_reply", ".Reply", "list_reply.new" },
        { "form", "interactive.nfm_reply", ".Reply.Form", "new" },
        { "call permission", "interactive.call_permission_reply", ".Reply.CallPermission", "new" },
        { "payment method", "interactive.payment_method", ".Reply.PaymentMethod", "new" },
        { "image", "image", "", "image.new" },
        { "video", "video", "", "video.new" },
        { "voice", "audio", "", "audio.new" },
        { "document", "document", "", "document.new" },
        { "sticker", "sticker", "", "sticker.new" },
        { "location", "location", "", "location.new" },
        { "contacts", "contacts[0]", ".Contacts[0]", "new" },
        { "contacts", "contacts[0].name", ".Contacts[0].Name", "new" },
        { "contacts", "contacts[0].org", ".Contacts[0].Organization", "new" },
        { "contacts", "contacts[0].phones[0]", ".Contacts[0].Phones[0]", "new" },
        { "contacts", "contacts[0].emails[0]", ".Contacts[0].Emails[0]", "new" },
        { "contacts", "contacts[0].addresses[0]", ".Contacts[0].Addresses[0]", "new" },
        { "contacts", "contacts[0].urls[0]", ".Contacts[0].Urls[0]", "new" },
        { "reaction", "reaction", "", "reaction.new" },
        { "system", "system", "", "system.new" },
        { "edit", "edit", "", "edit.new" },
        { "edit", "edit.message", ".Message", "new" },
        { "edit", "edit.message.text", ".Message", "text.new" },
        { "edit", "edit.message.context", ".Message.Context", "new" },
        { "revoke", "revoke", "", "revoke.new" },
        { "unsupported", "unsupported", "", "unsupported.new" },
    };

    [Theory]
    [MemberData(nameof(Objects))]
    public void Parse_FurtherMemberOfAnObject_IsKeptUnderItsPath(string kind, string place, string record, string name)
    {
        JsonNode body = Samples.Load($"message: {kind}");
        ObjectsOf(body).Single(inner => PlaceOf(inner) == place)["new"] = "mark";

        string kept = EventGraph.Of(WebhookParser.Parse(body.ToJsonString().Bytes())).Kept;

        Assert.Equal($"notification.Events[0]{record}.AdditionalProperties {name} = \"mark\"", kept.TrimEnd());
    }

    // Errors have no place for members that they do not know: their array is kept as a whole.
    [Fact]
    public void Objects_OfTheTheory_AreAllThatAMessageMayHave() =>
        Assert.Equal(
            Samples.Names.Where(name => name.StartsWith("message: ", StringComparison.Ordinal))
                .SelectMany(name => ObjectsOf(Samples.Load(name)))
                .Select(PlaceOf)
                .Where(place => !place.StartsWith("errors", StringComparison.Ordinal))
                .Select(place => place.Replace("[1]", "[0]", StringComparison.Ordinal))
                .Distinct()
                .Order(StringComparer.Ordinal),
            Objects.Select(row => row.Data.Item2).Order(StringComparer.Ordinal));

    [Fact]
    public void Parse_FurtherMemberOfAVoiceMessage_IsKeptUnderItsPath() =>
        Assert.Equal(["voice.new"], Names(Parse<AudioEvent>("""{"id":"w","voice":{"id":"7","new":1}}""")));

    [Fact]
    public void Parse_NumberUnderItsOlderNameBesideTheNewerOne_IsKeptUnderItsPath() =>
        Assert.Equal(["system.new_wa_id"], Names(Parse<SystemEvent>("""{"id":"w","system":{"new_wa_id":"3","wa_id":"2"}}""")));

    [Theory]
    [InlineData("""{"id":"w","type":"order","order":{"product_items":[#item]},"image":{"id":"7"},"origin":"x"}""", "image", "origin")]
    [InlineData("""{"id":"w","type":"text","text":{"body":"x"},"image":{"id":"7"},"origin":"x"}""", "image", "origin")]
    [InlineData("""{"id":"w","type":"image","image":{"id":"7"},"origin":"x","video":{"id":"8"}}""", "video", "origin")]
    [InlineData("""{"id":"w","type":"request_welcome","origin":"x"}""", "origin")]
    [InlineData("""{"id":"w","type":"gift","origin":"x"}""", "origin")]
    public void Parse_MembersOfAnotherKindOfMessage_AreKept(string message, params string[] names) =>
        Assert.Equal(names, Names(Parse<WebhookEvent>(message.Replace("#item", Bodies.Item, StringComparison.Ordinal))));

    private static IEnumerable<string> Names(WebhookEvent e) => e.AdditionalProperties.Select(pair => pair.Key);

    private static T Parse<T>(string message)
        where T : WebhookEvent => Assert.IsAssignableFrom<T>(Bodies.ParseOne(Bodies.Messages(message)));

    // Outer ones first; the message itself is none of them.
    private static IEnumerable<JsonObject> ObjectsOf(JsonNode body) => Rewriting.ObjectsOf(MessageOf(body)).Skip(1);

    private static string PlaceOf(JsonObject inner) => inner.GetPath()[(MessageOf(inner.Root).GetPath().Length + 1)..];

    private static JsonNode MessageOf(JsonNode body) => body["entry"]![0]!["changes"]![0]!["value"]!["messages"]![0]!;
}
