using System.Text;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests.Processing;

/// <summary>What an event is remembered by.</summary>
public class EventKeysTests
{
    [Fact]
    public void For_Message_IsEndpointFieldNumberAndId() =>
        Assert.Equal("/messages/message/106540352242922/wamid.1", KeyOf(Deliveries.Orders("wamid.1")));

    [Fact]
    public void For_Status_HoldsMessageStatusAndRecipient() =>
        Assert.Equal("/messages/status/wamid.1/read/16505550123", KeyOf(Deliveries.Statuses("wamid.1")));

    [Fact]
    public void For_EventOfUnknownType_IsTheMessages() =>
        Assert.Equal(KeyOf(Deliveries.Orders("wamid.1")), KeyOf(Deliveries.OfUnknownType("wamid.1")));

    [Theory]
    [InlineData("berlin", "berlin/")]
    [InlineData("shop/berlin", "shop%2Fberlin/")]
    [InlineData("shop%2Fberlin", "shop%252Fberlin/")]
    public void For_NamedEndpoint_BeginsWithItsNameAndNothingThatLooksLikeAnother(string endpoint, string expected) =>
        Assert.StartsWith(expected + "messages/", KeyOf(Deliveries.Orders("wamid.1"), endpoint), StringComparison.Ordinal);

    [Fact]
    public void For_SameMessageInAnotherField_Differs() =>
        Assert.NotEqual(
            KeyOf(Deliveries.Orders("wamid.1")),
            EventKeys.For("", WebhookParser.Parse(Deliveries.Orders("wamid.1")).Events[0] with { Field = "smb_message_echoes" }));

    [Theory]
    [InlineData("wamid.\\u0000")]
    [InlineData("wamid.\\ud800")]
    [InlineData("wamid. 1")]
    [InlineData("w\\u00e4mid")]
    public void For_IdThatADatabaseMayNotTake_IsAHash(string id)
    {
        string key = KeyOf(Deliveries.Orders(id));

        Assert.Matches("^/ids/[0-9a-f]{64}$", key);
        Assert.Equal(key, KeyOf(Deliveries.Orders(id)));
    }

    [Theory]
    [InlineData(300, false)]
    [InlineData(400, true)]
    public void For_LongId_IsAHashSoThatTheKeyIsShort(int length, bool hashed) =>
        Assert.Equal(hashed, KeyOf(Deliveries.Orders(new string('a', length))).StartsWith("/ids/", StringComparison.Ordinal));

    [Fact]
    public void For_EventWithoutId_IsAHashOfAccountFieldTimeAndBytes()
    {
        string key = KeyOf(Deliveries.OfAccount("1", "rain"));

        Assert.Matches("^/item/[0-9a-f]{64}$", key);
        Assert.Equal(key, KeyOf(Deliveries.OfAccount("1", "rain")));
        string[] others =
        [
            KeyOf(Deliveries.OfAccount("2", "rain")),
            KeyOf(Deliveries.OfAccount("1", "snow")),
            KeyOf(Replaced(Deliveries.OfAccount("1", "rain"), "1767225600", "1767225601")),
            KeyOf(Replaced(Deliveries.OfAccount("1", "rain"), "account_weather", "account_climate")),
        ];
        Assert.Equal(4, others.Append(key).Distinct().Count() - 1);
    }

    [Fact]
    public void DeadLetter_OfKeyAndHandler_ShowsNeitherAndDiffersByBoth()
    {
        string key = KeyOf(Deliveries.Statuses("wamid.1"));

        string[] ids = [
            EventKeys.DeadLetter(key, "a"),
            EventKeys.DeadLetter(key, "b"),
            EventKeys.DeadLetter(key + "x", "a"),
            EventKeys.DeadLetter(key, handlerName: null)];

        Assert.All(ids, id => Assert.Matches("^[0-9a-f]{64}$", id));
        Assert.Equal(4, ids.Distinct().Count());
        Assert.Equal(ids[0], EventKeys.DeadLetter(key, "a"));
    }

    private static byte[] Replaced(byte[] body, string from, string to) =>
        Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body).Replace(from, to, StringComparison.Ordinal));

    private static string KeyOf(byte[] body, string endpoint = "") =>
        EventKeys.For(endpoint, Assert.Single(WebhookParser.Parse(body).Events));
}
