namespace WhatsCommerce.Testing;

/// <summary>
/// Fault injection for the webhooks of the local Cloud API. Faults are counted in updates, one per message, status or error; several faults
/// can apply to the same update. A dropped update does not count for other faults. Thread-safe.
/// </summary>
/// <example>
/// <code>
/// cloud.WebhookFaults.Next(EmulatedWebhookFault.Reorder(seed: 7), count: 5);
/// cloud.WebhookFaults.Always(EmulatedWebhookFault.Duplicate());
/// </code>
/// </example>
public sealed class EmulatedWebhookFaults
{
    /// <summary>The number of updates that are reordered together when the fault always applies.</summary>
    private const int GroupSize = 10;

    private readonly Lock _gate = new();
    private readonly List<Rule> _rules = [];

    private readonly EmulatorChanges _changes;

    internal EmulatedWebhookFaults(EmulatorChanges changes) => _changes = changes;

    /// <summary>The active faults, in the order in which they were added.</summary>
    public IReadOnlyList<ActiveWebhookFault> Active
    {
        get
        {
            lock (_gate)
            {
                return [.. _rules.Select(rule => new ActiveWebhookFault { Fault = rule.Fault, Left = rule.Left })];
            }
        }
    }

    /// <summary>Applies a fault to the next updates.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="count">The number.</param>
    /// <returns>This instance, for chaining.</returns>
    public EmulatedWebhookFaults Next(EmulatedWebhookFault fault, int count = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return Add(fault, count);
    }

    /// <summary>Applies a fault to every update until <see cref="Clear"/>.</summary>
    /// <param name="fault">The fault.</param>
    /// <returns>This instance, for chaining.</returns>
    public EmulatedWebhookFaults Always(EmulatedWebhookFault fault) => Add(fault, count: null);

    /// <summary>Removes all faults. Updates that were already affected stay so.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _rules.Clear();
        }

        _changes.Settings();
    }

    /// <summary>Determines the fault of the next update.</summary>
    internal WebhookMishap Strike()
    {
        lock (_gate)
        {
            if (_rules.Count == 0)
            {
                return default;
            }

            if (_rules.Find(rule => rule.Fault.Drops) is { } dropping)
            {
                Count(dropping);
                return new() { IsDropped = true };
            }

            WebhookMishap mishap = default;
            foreach (Rule rule in _rules.ToArray())
            {
                Count(rule);
                mishap = new()
                {
                    IsDuplicated = mishap.IsDuplicated || rule.Fault.Duplicates,
                    HasUnknownBeside = mishap.HasUnknownBeside || rule.Fault.AddsUnknown,
                    Delay = mishap.Delay > rule.Fault.Wait ? mishap.Delay : rule.Fault.Wait,
                    Group = mishap.Group ?? rule.Group,
                };
            }

            return mishap;
        }
    }

    private EmulatedWebhookFaults Add(EmulatedWebhookFault fault, int? count)
    {
        ArgumentNullException.ThrowIfNull(fault);
        lock (_gate)
        {
            _rules.Add(new(fault, count));
        }

        _changes.Settings();

        return this;
    }

    private void Count(Rule rule)
    {
        if (rule.Left is not { } left)
        {
            return;
        }

        rule.Left = left - 1;
        if (left == 1)
        {
            _rules.Remove(rule);
        }

        _changes.Settings();
    }

    private sealed class Rule(EmulatedWebhookFault fault, int? left)
    {
        public EmulatedWebhookFault Fault => fault;

        public ShuffledGroup? Group { get; } = fault.Seed is { } seed ? new(seed, left ?? GroupSize) : null;
        public int? Left { get; set; } = left;
    }
}
