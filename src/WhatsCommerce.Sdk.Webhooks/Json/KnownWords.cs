namespace WhatsCommerce.Webhooks.Json;

/// <summary>The values that most webhooks repeat, so that they need not be allocated each time.</summary>
internal static class KnownWords
{
    public static string? Find(ReadOnlySpan<byte> utf8) => utf8.Length switch
    {
        3 => utf8.SequenceEqual("USD"u8) ? "USD"
            : utf8.SequenceEqual("EUR"u8) ? "EUR"
            : utf8.SequenceEqual("INR"u8) ? "INR"
            : utf8.SequenceEqual("BRL"u8) ? "BRL"
            : utf8.SequenceEqual("IDR"u8) ? "IDR"
            : utf8.SequenceEqual("MXN"u8) ? "MXN"
            : utf8.SequenceEqual("PMP"u8) ? "PMP"
            : utf8.SequenceEqual("CBP"u8) ? "CBP"
            : null,
        4 => utf8.SequenceEqual("sent"u8) ? "sent"
            : utf8.SequenceEqual("read"u8) ? "read"
            : utf8.SequenceEqual("text"u8) ? "text"
            : utf8.SequenceEqual("READ"u8) ? "READ"
            : null,
        5 => utf8.SequenceEqual("order"u8) ? "order"
            : utf8.SequenceEqual("image"u8) ? "image"
            : utf8.SequenceEqual("group"u8) ? "group"
            : null,
        6 => utf8.SequenceEqual("failed"u8) ? "failed"
            : utf8.SequenceEqual("button"u8) ? "button"
            : utf8.SequenceEqual("played"u8) ? "played"
            : null,
        7 => utf8.SequenceEqual("service"u8) ? "service"
            : utf8.SequenceEqual("regular"u8) ? "regular"
            : utf8.SequenceEqual("utility"u8) ? "utility"
            : null,
        8 => utf8.SequenceEqual("messages"u8) ? "messages" : null,
        9 => utf8.SequenceEqual("delivered"u8) ? "delivered"
            : utf8.SequenceEqual("DELIVERED"u8) ? "DELIVERED"
            : utf8.SequenceEqual("marketing"u8) ? "marketing"
            : null,
        11 => utf8.SequenceEqual("interactive"u8) ? "interactive" : null,
        14 => utf8.SequenceEqual("authentication"u8) ? "authentication" : null,
        21 => utf8.SequenceEqual("free_customer_service"u8) ? "free_customer_service" : null,
        25 => utf8.SequenceEqual("whatsapp_business_account"u8) ? "whatsapp_business_account" : null,
        _ => null,
    };
}
