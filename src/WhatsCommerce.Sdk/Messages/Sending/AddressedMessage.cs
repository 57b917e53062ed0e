namespace WhatsCommerce.Messages;

/// <summary>Represents a message with its recipient, for sending many messages with different contents.</summary>
public class AddressedMessage
{
    /// <summary>Initializes the pair.</summary>
    /// <param name="to">The recipient; an invalid one gets a result with an error.</param>
    /// <param name="message">The content.</param>
    public AddressedMessage(Recipient to, OutboundMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        To = to;
        Message = message;
    }

    /// <summary>The recipient.</summary>
    public Recipient To { get; }

    /// <summary>The content.</summary>
    public OutboundMessage Message { get; }

    /// <summary>
    /// The options of this send, such as its own callback data; <see langword="null"/> for those from
    /// <see cref="SendManyOptions.OptionsFor"/>.
    /// </summary>
    public SendOptions? Options { get; init; }

    /// <summary>
    /// The template to send instead when the customer's 24-hour window is closed: when <see cref="WindowEndsAt"/> has passed, or when Meta
    /// rejects the message with error 131047. <see langword="null"/> for none.
    /// </summary>
    /// <remarks>
    /// Only one of the two is sent, also when the whole call is repeated with a key. Meta may accept a message first and report 131047 in a
    /// <c>failed</c> status later; then only <see cref="Campaigns"/> send the fallback, when they are run again. Set
    /// <see cref="WindowEndsAt"/> if it is known.
    /// </remarks>
    public TemplateMessage? Fallback { get; init; }

    /// <summary>
    /// When the customer's window ends, from <c>MessageEvent.ServiceWindowEndsAt</c> of the last message; <see langword="null"/> when
    /// unknown.
    /// </summary>
    public DateTimeOffset? WindowEndsAt { get; init; }

    /// <summary>Your own data, such as the row of a table; returned with the result and not sent.</summary>
    public object? Data { get; init; }

    /// <summary>Whether only the fallback is sent, because a status reported that the message failed outside the window.</summary>
    internal bool IsFailedOutsideWindow { get; init; }

    /// <summary>Kind and recipient; a phone number is masked.</summary>
    public override string ToString() => $"{Message.Kind} to {To}";
}
