namespace WhatsCommerce.Messages;

/// <summary>
/// A <see cref="SendOptions.OnceKey"/> belongs to another message already, by content or by recipient. Nothing was sent: each message needs
/// a key of its own.
/// </summary>
/// <remarks>
/// A text that changes with time (a date, today's price) is another content: build it from what was stored with the order, or make what it
/// depends on part of the key.
/// </remarks>
public sealed class OnceKeyReusedException : WhatsCommerceException
{
    internal OnceKeyReusedException(string message, string onceKey)
        : base(message) => OnceKey = onceKey;

    /// <summary>The key, as it was given.</summary>
    public string OnceKey { get; }
}
