namespace WhatsCommerce.Testing.Judging.Messages;

/// <summary>
/// The 24-hour window: the business may send any message to a customer who has written within the last 24 hours, and templates at any time.
/// Source: Meta, send-messages, "Customer service windows".
/// </summary>
internal static class CustomerServiceWindow
{
    /// <summary>The title of error 131047.</summary>
    public const string ErrorTitle = "Re-engagement message";

    /// <summary>How long the window stays open.</summary>
    public static TimeSpan Length { get; } = TimeSpan.FromHours(24);

    /// <summary>Whether it is open.</summary>
    /// <param name="lastWrote">When the customer wrote last; <see langword="null"/> for never.</param>
    /// <param name="now">The current time.</param>
    public static bool IsOpen(DateTimeOffset? lastWrote, DateTimeOffset now) => lastWrote is { } last && now - last < Length;

    /// <summary>131047 for a message that may be sent only within the window, if the window is closed. Groups have no window.</summary>
    /// <param name="message">The message.</param>
    /// <param name="isOpen">Whether the window of a customer is open.</param>
    public static Refusal? Judge(AcceptedMessage message, Func<Address, bool> isOpen) =>
        message.IsTemplate || message.To.Kind is AddressKind.Group || isOpen(message.To)
            ? null
            : new(400, 131047, $"(#131047) {ErrorTitle}")
            {
                Details = "Message failed to send because more than 24 hours have passed since the customer last replied to this number.",
            };
}
