namespace WhatsCommerce.Messages;

/// <summary>A message with its recipient: one of many, each with a content of its own.</summary>
public class AddressedMessage
{
    /// <summary>Initializes the pair.</summary>
    /// <param name="to">The recipient; one that is none becomes a result that says so.</param>
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
    /// What belongs to this send, such as callback data of its own; <see langword="null"/> for what
    /// <see cref="SendManyOptions.OptionsFor"/> gives.
    /// </summary>
    public SendOptions? Options { get; init; }

    /// <summary>
    /// What is sent instead when the customer's 24-hour window is closed: when <see cref="WindowEndsAt"/> is over, or when Meta answers
    /// the message with error 131047. <see langword="null"/> for nothing.
    /// </summary>
    /// <remarks>
    /// Only one of the two is sent, also when the whole is run again with a key. Meta may accept a message first and report 131047 in a
    /// <c>failed</c> status later; then only <see cref="Campaigns"/> send it, when they are run again. Give <see cref="WindowEndsAt"/>
    /// where it is known.
    /// </remarks>
    public TemplateMessage? Fallback { get; init; }

    /// <summary>
    /// When the customer's window ends, from <c>MessageEvent.ServiceWindowEndsAt</c> of the last message; <see langword="null"/> when that
    /// is not known.
    /// </summary>
    public DateTimeOffset? WindowEndsAt { get; init; }

    /// <summary>Your own data, such as the row of a table; given back with the result and not sent.</summary>
    public object? Data { get; init; }

    /// <summary>Whether the fallback alone is sent, because a status reported that the message failed outside the window.</summary>
    internal bool IsFailedOutsideWindow { get; init; }

    /// <summary>Kind and recipient; a phone number is masked.</summary>
    public override string ToString() => $"{Message.Kind} to {To}";
}
