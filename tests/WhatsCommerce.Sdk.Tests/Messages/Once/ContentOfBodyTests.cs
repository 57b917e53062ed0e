using System.Text;
using WhatsCommerce.Messages;

namespace WhatsCommerce.Sdk.Tests.Messages;

/// <summary>
/// By which bytes a message that is sent once is known again: ledgers keep their hash, also from one version to the next.
/// </summary>
public class ContentOfBodyTests
{
    private static readonly TextMessage Hello = Message.Text("Hello").Build();

    [Fact]
    public void Of_KeyAlone_HasNeitherRecipientNorDataOfTheKey() => Assert.Equal(
        """{"marketing":false,"context":{"message_id":"wamid.q"},"type":"text","text":{"body":"Hello"}}""",
        ContentOf("+16505551234", new SendOptions { OnceKey = "order-42", ReplyTo = "wamid.q" }));

    [Fact]
    public void Of_DataOfTheApp_HasIt() => Assert.Equal(
        """{"marketing":false,"biz_opaque_callback_data":"mine","type":"text","text":{"body":"Hello"}}""",
        ContentOf("+16505551234", new SendOptions { OnceKey = "order-42", CallbackData = "mine" }));

    [Fact]
    public void Of_AnotherRecipient_IsTheSame() => Assert.Equal(
        ContentOf("+16505551234", new SendOptions { OnceKey = "1" }), ContentOf("+442079460958", new SendOptions { OnceKey = "2" }));

    private static string ContentOf(Recipient to, SendOptions options)
    {
        Hello.ToJson(to, options, out byte[] content);
        return Encoding.UTF8.GetString(content);
    }
}
