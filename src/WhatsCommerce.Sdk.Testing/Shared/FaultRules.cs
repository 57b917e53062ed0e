namespace WhatsCommerce.Testing;

/// <summary>The faults that a test added, in that order: the first that applies is used, as often as the test specified.</summary>
/// <param name="changed">Called after each change.</param>
internal sealed class FaultRules<TFault, TSubject>(Action? changed = null)
    where TFault : class
{
    private readonly Lock _gate = new();
    private readonly List<Rule> _rules = [];

    /// <summary>The faults in words.</summary>
    public IReadOnlyList<string> Active => _gate.Hold<IReadOnlyList<string>>(() => [.. _rules.Select(rule => rule.ToString())]);

    public void Next(TFault fault, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        Add(fault, "", static _ => true, count);
    }

    public void When(Func<TSubject, bool> applies, TFault fault, string scope)
    {
        ArgumentNullException.ThrowIfNull(applies);
        Add(fault, scope, applies);
    }

    /// <summary>Adds a random fault; runs with the same seed and the same order of subjects have the same faults.</summary>
    public void AtRandom(double probability, TFault fault, int seed, string all)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(probability);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(probability, 1);
        // The faults must be reproducible, so a seeded generator is right here.
        Random random = new(seed);
        string scope = string.Create(CultureInfo.InvariantCulture, $" ({probability:0.####} of {all})");
        Add(fault, scope, _ => random.NextDouble() < probability);
    }

    public void Clear()
    {
        _gate.Hold(_rules.Clear);
        changed?.Invoke();
    }

    /// <summary>Returns the fault that applies, and counts it.</summary>
    public TFault? Strike(TSubject subject)
    {
        lock (_gate)
        {
            if (_rules.Find(rule => rule.Applies(subject)) is not { } found)
            {
                return null;
            }

            if (found.Left is { } left)
            {
                found.Left = left - 1;
                _ = left == 1 && _rules.Remove(found);
                changed?.Invoke();
            }

            return found.Fault;
        }
    }

    private void Add(TFault fault, string scope, Func<TSubject, bool> applies, int? count = null)
    {
        ArgumentNullException.ThrowIfNull(fault);
        _gate.Hold(() => _rules.Add(new(fault, scope, applies) { Left = count }));
        changed?.Invoke();
    }

    private sealed class Rule(TFault fault, string scope, Func<TSubject, bool> applies)
    {
        public TFault Fault => fault;

        public Func<TSubject, bool> Applies => applies;

        public int? Left { get; set; }

        public override string ToString() => fault + Left switch
        {
            null => scope,
            1 => " (once)",
            { } left => string.Create(CultureInfo.InvariantCulture, $" ({left} times)"),
        };
    }
}
