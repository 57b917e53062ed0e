namespace WhatsCommerce.Messages;

/// <summary>The base class of builders of most interactive messages, with a body and a footer.</summary>
/// <typeparam name="TBuilder">The builder itself, which the setters return.</typeparam>
/// <typeparam name="TMessage">The type of the message.</typeparam>
public abstract class InteractiveMessageBuilder<TBuilder, TMessage> : BodyMessageBuilder<TBuilder, TMessage>
    where TBuilder : InteractiveMessageBuilder<TBuilder, TMessage>
    where TMessage : InteractiveMessage
{
    private protected InteractiveMessageBuilder() { }

    private protected string? FooterText { get; private set; }

    /// <summary>Sets the small text below the body.</summary>
    /// <param name="text">At most <see cref="MessageLimits.InteractiveFooter"/> characters; null or empty for none.</param>
    public TBuilder Footer(string? text)
    {
        FooterText = NullIfEmpty(text);
        return (TBuilder)this;
    }

    private protected void AllowFooter(Violations violations) =>
        violations.AllowText("interactive.footer.text", FooterText, MessageLimits.InteractiveFooter, "The footer");
}
