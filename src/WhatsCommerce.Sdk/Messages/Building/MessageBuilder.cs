using System.Diagnostics.CodeAnalysis;
using WhatsCommerce.Validation;

namespace WhatsCommerce.Messages;

/// <summary>What every builder of a message can do: check everything at once and build.</summary>
/// <remarks>A builder is mutable and not thread-safe; it can build again after a change. Of one setter called twice the last call
/// wins.</remarks>
/// <typeparam name="TMessage">What is built.</typeparam>
public abstract class MessageBuilder<TMessage>
    where TMessage : OutboundMessage
{
    private protected MessageBuilder()
    {
    }

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
        message = found.Any ? null : Create();
        return message is not null;
    }

    /// <summary>The clock of the build that is under way. A message that must be sent before some moment keeps it.</summary>
    private protected TimeProvider Clock { get; private set; } = TimeProvider.System;

    /// <summary>Builds by a clock, for messages that name a moment.</summary>
    private protected TMessage BuildAt(TimeProvider clock)
    {
        Validate(clock, out Violations violations);
        violations.ThrowIfAny(OutboundMessage.CannotBeSent);
        return Create();
    }

    private protected abstract void Validate(Violations violations);

    private protected abstract TMessage Create();

    private void Validate(TimeProvider clock, out Violations violations)
    {
        Clock = clock;
        violations = new Violations(clock);
        Validate(violations);
    }

    /// <summary>Empty is the same as absent: nothing of it goes over the wire.</summary>
    private protected static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
