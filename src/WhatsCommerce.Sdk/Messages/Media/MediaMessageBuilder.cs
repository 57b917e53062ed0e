namespace WhatsCommerce.Messages;

/// <summary>The base class of builders of media messages.</summary>
/// <typeparam name="TMessage">The type of the message.</typeparam>
public abstract class MediaMessageBuilder<TMessage> : MessageBuilder<TMessage>
    where TMessage : MediaMessage
{
    private readonly string _kind;

    private protected MediaMessageBuilder(string kind, MediaSource source)
    {
        _kind = kind;
        Source = source;
    }

    private protected MediaSource Source { get; }

    /// <summary>Checks the parts besides the source.</summary>
    private protected virtual void ValidateDetails(Violations violations) { }

    private protected sealed override void Validate(Violations violations)
    {
        Source.Validate(violations, _kind, $"The {_kind}");
        ValidateDetails(violations);
    }
}
