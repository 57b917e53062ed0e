namespace WhatsCommerce.Messages;

/// <summary>The base class of builders of interactive messages with a header, a body and a footer.</summary>
/// <typeparam name="TBuilder">The builder itself, which the setters return.</typeparam>
/// <typeparam name="TMessage">The type of the message.</typeparam>
public abstract class HeadedMessageBuilder<TBuilder, TMessage> : InteractiveMessageBuilder<TBuilder, TMessage>
    where TBuilder : HeadedMessageBuilder<TBuilder, TMessage>
    where TMessage : HeadedMessage
{
    private protected HeadedMessageBuilder() { }

    private protected MessageHeader? HeaderContent { get; private set; }

    /// <summary>Sets the header above the body: a text, or a picture, a video or a document where the kind of message allows it.</summary>
    /// <param name="header">
    /// A string, or a header that was created by <see cref="MessageHeader"/>. Null or an empty string for none.
    /// </param>
    public TBuilder Header(MessageHeader? header)
    {
        HeaderContent = header;
        return (TBuilder)this;
    }

    private protected void AllowHeader(Violations violations) => HeaderContent?.Validate(violations);

    private protected void AllowTextHeader(Violations violations, string kind)
    {
        if (HeaderContent is { Type: not "text" } other)
        {
            violations.Add("interactive.header.type", ViolationRule.NotAllowed,
                $"The header of {kind} is a text and cannot be of type {other.Type}; send that as a separate message before this one.");
        }
        else
        {
            AllowHeader(violations);
        }
    }
}
