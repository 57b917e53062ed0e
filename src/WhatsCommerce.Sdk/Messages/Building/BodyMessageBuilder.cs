namespace WhatsCommerce.Messages;

/// <summary>The base class of builders of interactive messages with a body.</summary>
/// <typeparam name="TBuilder">The builder itself, which the setters return.</typeparam>
/// <typeparam name="TMessage">The type of the message.</typeparam>
public abstract class BodyMessageBuilder<TBuilder, TMessage> : MessageBuilder<TMessage>
    where TBuilder : BodyMessageBuilder<TBuilder, TMessage>
    where TMessage : InteractiveMessage
{
    private protected BodyMessageBuilder() { }

    private protected string? BodyText { get; private set; }

    /// <summary>Sets the text of the message. Formatting such as *bold* and links are allowed.</summary>
    /// <param name="text">
    /// At most <see cref="MessageLimits.InteractiveBody"/> characters, in a list <see cref="MessageLimits.ListBody"/>.
    /// </param>
    public TBuilder Body(string? text)
    {
        BodyText = NullIfEmpty(text);
        return (TBuilder)this;
    }

    private protected void RequireBody(Violations violations) => RequireBody(violations, MessageLimits.InteractiveBody);

    private protected void RequireBody(Violations violations, int limit) =>
        violations.RequireText("interactive.body.text", BodyText, limit, "The body");

    private protected void AllowBody(Violations violations) =>
        violations.AllowText("interactive.body.text", BodyText, MessageLimits.InteractiveBody, "The body");
}
