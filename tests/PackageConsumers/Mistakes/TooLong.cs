using WhatsCommerce.Messages;

// The title has 26 characters, and 24 are allowed: WC0001.
internal static class TooLong
{
    public static ProductSection Section() => new("Fresh fruit and vegetables", "apple-1kg");
}
