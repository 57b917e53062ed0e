namespace WhatsCommerce.Messages;

/// <summary>
/// The exception that is thrown when a <see cref="SendOptions.OnceKey"/> already belongs to another message, with another content or
/// recipient. Nothing was sent: each message needs its own key.
/// </summary>
/// <remarks>
/// A text that changes over time (a date, today's price) is another content: build it from data that was stored with the order, or include
/// that data in the key.
/// </remarks>
public sealed class OnceKeyReusedException : WhatsCommerceException
{
    internal OnceKeyReusedException(string message, string onceKey)
        : base(message) => OnceKey = onceKey;

    /// <summary>Gets the key.</summary>
    public string OnceKey { get; }
}
