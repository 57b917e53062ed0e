namespace WhatsCommerce.Messages;

/// <summary>What the builders of interactive messages have in common: a body and a footer.</summary>
/// <typeparam name="TBuilder">The builder itself, which the setters return.</typeparam>
/// <typeparam name="TMessage">What is built.</typeparam>
public abstract class InteractiveMessageBuilder<TBuilder, TMessage> : MessageBuilder<TMessage>
    where TBuilder : InteractiveMessageBuilder<TBuilder, TMessage>
    where TMessage : InteractiveMessage
{
    private protected InteractiveMessageBuilder()
    {
    }

    private protected string? BodyText { get; private set; }

    private protected string? FooterText { get; private set; }

    /// <summary>Sets the text of the message. Formatting such as *bold* and links are allowed.</summary>
    /// <param name="text">At most <see cref="MessageLimits.InteractiveBody"/> characters.</param>
    public TBuilder Body(string? text)
    {
        BodyText = NullIfEmpty(text);
        return (TBuilder)this;
    }

    /// <summary>Sets the small text below the body.</summary>
    /// <param name="text">At most <see cref="MessageLimits.InteractiveFooter"/> characters; null or empty for none.</param>
    public TBuilder Footer(string? text)
    {
        FooterText = NullIfEmpty(text);
        return (TBuilder)this;
    }

    private protected void RequireBody(Violations violations) =>
        violations.RequireText("interactive.body.text", BodyText, MessageLimits.InteractiveBody, "The body");

    private protected void AllowBody(Violations violations) =>
        violations.AllowText("interactive.body.text", BodyText, MessageLimits.InteractiveBody, "The body");

    private protected void AllowFooter(Violations violations) =>
        violations.AllowText("interactive.footer.text", FooterText, MessageLimits.InteractiveFooter, "The footer");
}
