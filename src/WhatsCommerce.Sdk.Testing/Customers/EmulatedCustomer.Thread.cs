namespace WhatsCommerce.Testing;

/// <content>Who answers in the conversation: the app under test, another one, or nobody.</content>
public sealed partial class EmulatedCustomer
{
    private string? _owner;

    /// <summary>
    /// The role of the one who answers in the conversation (<c>ai_agent</c>, <c>customer_service</c>, <c>escalation</c>, ...): that of the
    /// app (<see cref="CloudApiEmulatorOptions.ConversationRole"/>) at first; <see langword="null"/> once it was released, until the
    /// customer writes again. Source: Meta, conversation-routing/overview.
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
    /// Lets the one who answers now pass the conversation to the app (<c>control_passed</c>); nothing happens when the app has it already.
    /// </summary>
    /// <param name="metadata">What it says about it; at most 2,000 characters.</param>
    /// <param name="cancellationToken">Ends the waiting for the callback.</param>
    /// <returns>A task that ends when the callback has taken the webhook, or it was given up.</returns>
    public Task PassConversationToAppAsync(string? metadata = null, CancellationToken cancellationToken = default) =>
        MoveAsync("control_passed", _options.ConversationRole, metadata, cancellationToken);

    /// <summary>Lets another one take the conversation from the app (<c>control_taken</c>).</summary>
    /// <param name="role">The role of who takes it; only the escalation partner can, with Meta.</param>
    /// <param name="metadata">What it says about it; at most 2,000 characters.</param>
    /// <param name="cancellationToken">Ends the waiting for the callback.</param>
    /// <returns>A task that ends when the callback has taken the webhook, or it was given up.</returns>
    /// <exception cref="ArgumentException">There is no such role.</exception>
    public Task TakeConversationFromAppAsync(
        string role = ThreadControlRules.Escalation, string? metadata = null, CancellationToken cancellationToken = default) =>
        ThreadControlRules.Roles.Contains(role, StringComparer.Ordinal)
            ? MoveAsync("control_taken", role, metadata, cancellationToken)
            : throw new ArgumentException($"The roles are {string.Join(", ", ThreadControlRules.Roles)}.", nameof(role));

    /// <summary>Carries out what the app asks for, if it may.</summary>
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

    /// <summary>Whether the app may write: it answers, or takes the conversation by writing, as the escalation partner does.</summary>
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

    // Whoever writes to nobody is answered by the app. Called under the lock.
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
