namespace WhatsCommerce.Webhooks.Json;

/// <summary>The values that most webhooks repeat, so that they need not be allocated each time.</summary>
/// <remarks>
/// Hand-written: most are not values of an extensible enumeration (currencies, media types), and including all of those would slow down a
/// search that each message makes several times.
/// </remarks>
internal static class KnownWords
{
    public static string? Find(ReadOnlySpan<byte> utf8) => utf8.Length switch
    {
        2 => utf8.SequenceEqual("ad"u8) ? "ad" : null,
        3 => utf8.SequenceEqual("USD"u8) ? "USD"
            : utf8.SequenceEqual("EUR"u8) ? "EUR"
            : utf8.SequenceEqual("INR"u8) ? "INR"
            : utf8.SequenceEqual("BRL"u8) ? "BRL"
            : utf8.SequenceEqual("IDR"u8) ? "IDR"
            : utf8.SequenceEqual("MXN"u8) ? "MXN"
            : utf8.SequenceEqual("PMP"u8) ? "PMP"
            : utf8.SequenceEqual("CBP"u8) ? "CBP"
            : utf8.SequenceEqual("upi"u8) ? "upi"
            : null,
        4 => utf8.SequenceEqual("sent"u8) ? "sent"
            : utf8.SequenceEqual("read"u8) ? "read"
            : utf8.SequenceEqual("text"u8) ? "text"
            : utf8.SequenceEqual("flow"u8) ? "flow"
            : utf8.SequenceEqual("edit"u8) ? "edit"
            : utf8.SequenceEqual("READ"u8) ? "READ"
            : null,
        5 => utf8.SequenceEqual("order"u8) ? "order"
            : utf8.SequenceEqual("image"u8) ? "image"
            : utf8.SequenceEqual("group"u8) ? "group"
            : utf8.SequenceEqual("video"u8) ? "video"
            : utf8.SequenceEqual("audio"u8) ? "audio"
            : null,
        6 => utf8.SequenceEqual("failed"u8) ? "failed"
            : utf8.SequenceEqual("button"u8) ? "button"
            : utf8.SequenceEqual("played"u8) ? "played"
            : utf8.SequenceEqual("system"u8) ? "system"
            : utf8.SequenceEqual("revoke"u8) ? "revoke"
            : null,
        7 => utf8.SequenceEqual("service"u8) ? "service"
            : utf8.SequenceEqual("regular"u8) ? "regular"
            : utf8.SequenceEqual("utility"u8) ? "utility"
            : utf8.SequenceEqual("sticker"u8) ? "sticker"
            : utf8.SequenceEqual("payment"u8) ? "payment"
            : utf8.SequenceEqual("success"u8) ? "success"
            : utf8.SequenceEqual("pending"u8) ? "pending"
            : null,
        8 => utf8.SequenceEqual("messages"u8) ? "messages"
            : utf8.SequenceEqual("reaction"u8) ? "reaction"
            : utf8.SequenceEqual("location"u8) ? "location"
            : utf8.SequenceEqual("contacts"u8) ? "contacts"
            : utf8.SequenceEqual("document"u8) ? "document"
            : utf8.SequenceEqual("captured"u8) ? "captured"
            : utf8.SequenceEqual("razorpay"u8) ? "razorpay"
            : null,
        9 => utf8.SequenceEqual("delivered"u8) ? "delivered"
            : utf8.SequenceEqual("DELIVERED"u8) ? "DELIVERED"
            : utf8.SequenceEqual("marketing"u8) ? "marketing"
            : utf8.SequenceEqual("nfm_reply"u8) ? "nfm_reply"
            : utf8.SequenceEqual("video/mp4"u8) ? "video/mp4"
            : null,
        10 => utf8.SequenceEqual("image/jpeg"u8) ? "image/jpeg"
            : utf8.SequenceEqual("image/webp"u8) ? "image/webp"
            : utf8.SequenceEqual("list_reply"u8) ? "list_reply"
            : null,
        11 => utf8.SequenceEqual("interactive"u8) ? "interactive"
            : utf8.SequenceEqual("unsupported"u8) ? "unsupported"
            : null,
        12 => utf8.SequenceEqual("button_reply"u8) ? "button_reply" : null,
        14 => utf8.SequenceEqual("authentication"u8) ? "authentication" : null,
        15 => utf8.SequenceEqual("application/pdf"u8) ? "application/pdf"
            : utf8.SequenceEqual("address_message"u8) ? "address_message"
            : null,
        21 => utf8.SequenceEqual("free_customer_service"u8) ? "free_customer_service" : null,
        22 => utf8.SequenceEqual("audio/ogg; codecs=opus"u8) ? "audio/ogg; codecs=opus" : null,
        25 => utf8.SequenceEqual("whatsapp_business_account"u8) ? "whatsapp_business_account" : null,
        _ => null,
    };
}
