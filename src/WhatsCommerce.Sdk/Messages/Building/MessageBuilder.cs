namespace WhatsCommerce.Messages;

/// <summary>What every builder of a message can do: check everything at once and build.</summary>
/// <remarks>A builder is mutable and not thread-safe; it can build again after a change. Of one setter called twice the last call
/// wins.</remarks>
/// <typeparam name="TMessage">What is built.</typeparam>
public abstract class MessageBuilder<TMessage>
    where TMessage : OutboundMessage
{
    private protected MessageBuilder() { }

    /// <summary>Checks every rule that can be known without asking Meta, and builds the message.</summary>
    /// <exception cref="WhatsCommerceValidationException">At least one rule is broken; names all of them.</exception>
    public TMessage Build() => BuildAt(TimeProvider.System);

    /// <summary>Checks every rule that can be known without asking Meta, and builds the message if none is broken.</summary>
    /// <param name="message">The message, or <see langword="null"/>.</param>
    /// <param name="violations">Every rule that is broken; empty on success.</param>
    public bool TryBuild([NotNullWhen(true)] out TMessage? message, out IReadOnlyList<Violation> violations)
    {
        Validate(TimeProvider.System, out Violations found);
        violations = found.ToList();
        message = found.Any ? null : CreateAdjusted();
        return message is not null;
    }

    /// <summary>The clock of the build that is under way. A message that must be sent before some moment keeps it.</summary>
    private protected TimeProvider Clock { get; private set; } = TimeProvider.System;

    /// <summary>Builds by a clock, for messages that name a moment.</summary>
    private protected TMessage BuildAt(TimeProvider clock)
    {
        Validate(clock, out Violations violations);
        violations.ThrowIfAny(OutboundMessage.CannotBeSent);
        return CreateAdjusted();
    }

    /// <summary>Whether titles that are too long are cut.</summary>
    private protected bool ShortensTitles { get; set; }

    /// <summary>The texts that the build under way has changed.</summary>
    private protected List<TextAdjustment>? Adjustments { get; set; }

    /// <summary>A title as it is sent: cut, if the app asked for that.</summary>
    private protected string? Title(WirePath path, string? title, int limit)
    {
        if (!ShortensTitles || title is null)
        {
            return title;
        }

        string cut = AdjustedText.Shorten(title, limit);
        if (!ReferenceEquals(cut, title))
        {
            (Adjustments ??= []).Add(new TextAdjustment(path.ToString(), TextAdjustmentKind.Shortened));
        }

        return cut;
    }

    private protected abstract void Validate(Violations violations);

    private protected abstract TMessage Create();

    private TMessage CreateAdjusted()
    {
        TMessage message = Create();
        if (Adjustments is not null)
        {
            message.Adjustments = [.. Adjustments];
        }

        return message;
    }

    private void Validate(TimeProvider clock, out Violations violations)
    {
        Clock = clock;
        Adjustments = null;
        violations = new Violations(clock);
        Validate(violations);
    }

    /// <summary>Empty is the same as absent: nothing of it goes over the wire.</summary>
    private protected static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
