namespace WhatsCommerce.Testing;

/// <content>The owner of the conversation: the app under test, another app, or none.</content>
public sealed partial class EmulatedCustomer
{
    private string? _owner;

    /// <summary>
    /// The role of the conversation's owner (<c>ai_agent</c>, <c>customer_service</c>, <c>escalation</c>, ...): initially that of the app
    /// (<see cref="CloudApiEmulatorOptions.ConversationRole"/>); <see langword="null"/> after it was released, until the customer writes
    /// again. Source: Meta, conversation-routing/overview.
    /// </summary>
    public string? ConversationOwner
    {
        get
        {
            lock (_gate)
            {
                return _owner;
            }
        }

        internal set
        {
            lock (_gate)
            {
                _owner = value;
            }

            _changes.Customers();
        }
    }

    /// <summary>
    /// Makes the current owner pass the conversation to the app (<c>control_passed</c>); does nothing when the app already owns it.
    /// </summary>
    /// <param name="metadata">The metadata of the handover; at most 2,000 characters.</param>
    /// <param name="cancellationToken">Stops waiting for the callback.</param>
    /// <returns>A task that completes when the callback has accepted the webhook, or it was given up.</returns>
    public Task PassConversationToAppAsync(string? metadata = null, CancellationToken cancellationToken = default) =>
        MoveAsync("control_passed", _options.ConversationRole, metadata, cancellationToken);

    /// <summary>Makes another app take the conversation from the app (<c>control_taken</c>).</summary>
    /// <param name="role">The role of the other app; at Meta only the escalation partner can do this.</param>
    /// <param name="metadata">The metadata of the handover; at most 2,000 characters.</param>
    /// <param name="cancellationToken">Stops waiting for the callback.</param>
    /// <returns>A task that completes when the callback has accepted the webhook, or it was given up.</returns>
    /// <exception cref="ArgumentException">The role does not exist.</exception>
    public Task TakeConversationFromAppAsync(
        string role = ThreadControlRules.Escalation, string? metadata = null, CancellationToken cancellationToken = default) =>
        ThreadControlRules.Roles.Contains(role, StringComparer.Ordinal)
            ? MoveAsync("control_taken", role, metadata, cancellationToken)
            : throw new ArgumentException($"The roles are {string.Join(", ", ThreadControlRules.Roles)}.", nameof(role));

    /// <summary>Carries out a thread control request of the app, if it is allowed.</summary>
    internal Refusal? Control(ThreadControl control)
    {
        lock (_gate)
        {
            bool isOwner = _owner == _options.ConversationRole;
            if (control.Action == "take" ? !isOwner && !MayTake : !isOwner)
            {
                return control.Action == "take" ? ThreadControlRules.MayNotTake() : NotTheOwner();
            }

            ConversationOwner = control.Action switch
            {
                "pass" => control.TargetRole,
                "release" => null,
                _ => _options.ConversationRole,
            };
            return null;
        }
    }

    /// <summary>Whether the app may write: it owns the conversation, or takes it by writing, as the escalation partner can.</summary>
    internal Refusal? TakeByWriting()
    {
        lock (_gate)
        {
            if (_owner is null || _owner == _options.ConversationRole)
            {
                return null;
            }

            if (!MayTake)
            {
                return NotTheOwner();
            }

            ConversationOwner = _options.ConversationRole;
            return null;
        }
    }

    private bool MayTake => _options.ConversationRole == ThreadControlRules.Escalation;

    private Refusal NotTheOwner() => ThreadControlRules.NotTheOwner(
        _owner is null ? "Nobody answers in the conversation." : $"The conversation is that of {_owner}.");

    // A customer without an owner is answered by the app. Called under the lock.
    private bool IsObservedOnly()
    {
        _owner ??= _options.ConversationRole;
        return _owner != _options.ConversationRole;
    }

    private Task MoveAsync(string type, string role, string? metadata, CancellationToken cancellationToken)
    {
        string? previous;
        lock (_gate)
        {
            previous = _owner;
            if (previous == role)
            {
                return Task.CompletedTask;
            }

            ConversationOwner = role;
        }

        return _outbox.TellHandover(this, type, previous, role, metadata).WaitAsync(cancellationToken);
    }
}
