namespace WhatsCommerce.Messages;

/// <summary>The base class of all message builders: validates everything at once and builds the message.</summary>
/// <remarks>
/// A builder is mutable and not thread-safe; it can build again after a change. If a setter is called twice, the last call wins.
/// </remarks>
/// <typeparam name="TMessage">The type of the message.</typeparam>
public abstract class MessageBuilder<TMessage>
    where TMessage : OutboundMessage
{
    private protected MessageBuilder() { }

    /// <summary>Validates everything that can be checked offline, and builds the message.</summary>
    /// <exception cref="WhatsCommerceValidationException">At least one rule is violated; contains all violations.</exception>
    public TMessage Build() => BuildAt(TimeProvider.System);

    /// <summary>Validates everything that can be checked offline, and builds the message if there are no violations.</summary>
    /// <param name="message">The message, or <see langword="null"/>.</param>
    /// <param name="violations">All violations; empty on success.</param>
    public bool TryBuild([NotNullWhen(true)] out TMessage? message, out IReadOnlyList<Violation> violations)
    {
        Validate(TimeProvider.System, out Violations found);
        violations = found.ToList();
        message = found.Any ? null : CreateAdjusted();
        return message is not null;
    }

    /// <summary>The clock of the current build. A message that must be sent before some time keeps it.</summary>
    private protected TimeProvider Clock { get; private set; } = TimeProvider.System;

    /// <summary>Builds with a clock, for messages that contain a time.</summary>
    private protected TMessage BuildAt(TimeProvider clock)
    {
        Validate(clock, out Violations violations);
        violations.ThrowIfAny(OutboundMessage.CannotBeSent);
        return CreateAdjusted();
    }

    /// <summary>Whether titles that are too long are truncated.</summary>
    private protected bool ShortensTitles { get; set; }

    /// <summary>The texts that the current build has changed.</summary>
    private protected List<TextAdjustment>? Adjustments { get; set; }

    /// <summary>A title as it is sent: truncated, if the app asked for that.</summary>
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

    /// <summary>Empty is the same as absent: nothing is sent.</summary>
    private protected static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
