namespace WhatsCommerce.Messages;

/// <summary>What the builders of interactive messages with a header have in common: a header, a body and a footer.</summary>
/// <typeparam name="TBuilder">The builder itself, which the setters return.</typeparam>
/// <typeparam name="TMessage">What is built.</typeparam>
public abstract class HeadedMessageBuilder<TBuilder, TMessage> : InteractiveMessageBuilder<TBuilder, TMessage>
    where TBuilder : HeadedMessageBuilder<TBuilder, TMessage>
    where TMessage : HeadedMessage
{
    private protected HeadedMessageBuilder() { }

    private protected MessageHeader? HeaderContent { get; private set; }

    /// <summary>Sets what stands above the body: a text, or a picture, a video or a document where the kind of message allows it.</summary>
    /// <param name="header">A text is taken as it is; the others are made by <see cref="MessageHeader"/>. Null or an empty text for
    /// none.</param>
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
                $"The header of {kind} is a text and cannot be of type {other.Type}; send that as a message of its own before this one.");
        }
        else
        {
            AllowHeader(violations);
        }
    }
}
