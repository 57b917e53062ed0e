using System.Text;
using WhatsCommerce.Webhooks.Json;

namespace WhatsCommerce.Tests.Json;

/// <summary>Values that nearly all webhooks repeat are not allocated again, and none is taken for another.</summary>
public sealed class KnownWordsTests
{
    // What Meta's examples of messages, statuses, orders and payments repeat.
    private static readonly string[] Words =
    [
        "ad", "USD", "EUR", "INR", "BRL", "IDR", "MXN", "PMP", "CBP", "upi", "sent", "read", "text", "flow", "edit", "READ", "order",
        "image", "group", "video", "audio", "failed", "button", "played", "system", "revoke", "service", "regular", "utility",
        "sticker", "payment", "success", "pending", "messages", "reaction", "location", "contacts", "document", "captured", "razorpay",
        "delivered", "DELIVERED", "marketing", "nfm_reply", "video/mp4", "image/jpeg", "image/webp", "list_reply", "interactive",
        "unsupported", "button_reply", "authentication", "application/pdf", "address_message", "free_customer_service",
        "audio/ogg; codecs=opus", "whatsapp_business_account",
    ];

    [Fact]
    public void Find_WordThatWebhooksRepeat_ReturnsOneStringForAll() => Assert.All(Words, word =>
    {
        string? found = KnownWords.Find(Encoding.UTF8.GetBytes(word));

        Assert.Equal(word, found);
        Assert.Same(found, KnownWords.Find(Encoding.UTF8.GetBytes(word)));
    });

    [Fact]
    public void Find_AnotherWordOfTheSameLength_FindsNone() => Assert.All(Words, word =>
    {
        for (int at = 0; at < word.Length; at++)
        {
            Assert.Null(KnownWords.Find(Encoding.UTF8.GetBytes($"{word[..at]}~{word[(at + 1)..]}")));
        }
    });
}
