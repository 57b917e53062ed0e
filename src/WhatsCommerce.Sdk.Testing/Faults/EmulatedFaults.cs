using System.Globalization;

namespace WhatsCommerce.Testing;

/// <summary>
/// Fault injection for the local Cloud API, for testing error handling and retries. Rules are evaluated in the order in which they were
/// added, and the first that applies is used; other requests are answered normally. Thread-safe.
/// </summary>
/// <example>
/// <code>
/// cloud.Faults.Next(EmulatedFault.Throughput());                                          // once, then success
/// cloud.Faults.When(request => request.Body.Length > 1_000, EmulatedFault.PairRateLimit());
/// cloud.Faults.AtRandom(0.01, EmulatedFault.ConnectionCut(FaultMoment.AfterAccepting), seed: 1);
/// </code>
/// </example>
public sealed class EmulatedFaults
{
    private readonly Lock _gate = new();
    private readonly List<Rule> _rules = [];
    private readonly EmulatorChanges _changes;

    internal EmulatedFaults(EmulatorChanges changes) => _changes = changes;

    /// <summary>
    /// Descriptions of the active faults, in the order in which they were added: <c>error 130429 before accepting (once)</c>.
    /// </summary>
    public IReadOnlyList<string> Active
    {
        get
        {
            lock (_gate)
            {
                return [.. _rules.Select(rule => rule.ToString())];
            }
        }
    }

    /// <summary>Makes the next requests fail.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="count">The number.</param>
    /// <returns>This instance, for chaining.</returns>
    public EmulatedFaults Next(EmulatedFault fault, int count = 1)
    {
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return Add(new Rule(fault, "", _ => true) { Left = count });
    }

    /// <summary>Makes requests fail that meet a condition.</summary>
    /// <param name="applies">The condition; called once per request, never concurrently.</param>
    /// <param name="fault">The fault.</param>
    /// <returns>This instance, for chaining.</returns>
    public EmulatedFaults When(Func<IncomingRequest, bool> applies, EmulatedFault fault)
    {
        ArgumentNullException.ThrowIfNull(applies);
        ArgumentNullException.ThrowIfNull(fault);
        return Add(new Rule(fault, " (some requests)", applies));
    }

    /// <summary>Makes requests fail at random; runs with the same seed and the same order of requests have the same faults.</summary>
    /// <param name="probability">The probability, from 0 to 1.</param>
    /// <param name="fault">The fault.</param>
    /// <param name="seed">The seed of the random numbers.</param>
    /// <returns>This instance, for chaining.</returns>
    public EmulatedFaults AtRandom(double probability, EmulatedFault fault, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(probability);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(probability, 1);
        ArgumentNullException.ThrowIfNull(fault);
        // Chance that can be repeated is what is wanted.
        Random random = new(seed);
        return Add(new Rule(
            fault,
            string.Create(CultureInfo.InvariantCulture, $" ({probability:0.####} of all requests)"),
            _ => random.NextDouble() < probability));
    }

    /// <summary>Removes all faults.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _rules.Clear();
        }

        _changes.Settings();
    }

    internal EmulatedFault? For(IncomingRequest request)
    {
        lock (_gate)
        {
            if (_rules.Count == 0)
            {
                return null;
            }

            int index = _rules.FindIndex(rule => rule.Applies(request));
            if (index < 0)
            {
                return null;
            }

            Rule found = _rules[index];
            if (found.Left is { } left)
            {
                found.Left = left - 1;
                if (left == 1)
                {
                    _rules.RemoveAt(index);
                }

                _changes.Settings();
            }

            return found.Fault;
        }
    }

    private EmulatedFaults Add(Rule rule)
    {
        lock (_gate)
        {
            _rules.Add(rule);
        }

        _changes.Settings();
        return this;
    }

    private sealed class Rule(EmulatedFault fault, string scope, Func<IncomingRequest, bool> applies)
    {
        public EmulatedFault Fault => fault;

        public Func<IncomingRequest, bool> Applies => applies;

        public int? Left { get; set; }

        public override string ToString() => fault + Left switch
        {
            null => scope,
            1 => " (once)",
            { } left => string.Create(CultureInfo.InvariantCulture, $" ({left} times)"),
        };
    }
}
