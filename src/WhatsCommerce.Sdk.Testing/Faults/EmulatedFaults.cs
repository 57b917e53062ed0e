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
    private readonly FaultRules<EmulatedFault, IncomingRequest> _rules;

    internal EmulatedFaults(EmulatorChanges changes) => _rules = new(() => changes.Settings());

    /// <summary>
    /// Descriptions of the active faults, in the order in which they were added: <c>error 130429 before accepting (once)</c>.
    /// </summary>
    public IReadOnlyList<string> Active => _rules.Active;

    /// <summary>Makes the next requests fail.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="count">The number.</param>
    /// <returns>This instance, for chaining.</returns>
    public EmulatedFaults Next(EmulatedFault fault, int count = 1)
    {
        _rules.Next(fault, count);
        return this;
    }

    /// <summary>Makes requests fail that meet a condition.</summary>
    /// <param name="applies">The condition; called once per request, never concurrently.</param>
    /// <param name="fault">The fault.</param>
    /// <returns>This instance, for chaining.</returns>
    public EmulatedFaults When(Func<IncomingRequest, bool> applies, EmulatedFault fault)
    {
        _rules.When(applies, fault, " (some requests)");
        return this;
    }

    /// <summary>Makes requests fail at random; runs with the same seed and the same order of requests have the same faults.</summary>
    /// <param name="probability">The probability, from 0 to 1.</param>
    /// <param name="fault">The fault.</param>
    /// <param name="seed">The seed of the random numbers.</param>
    /// <returns>This instance, for chaining.</returns>
    public EmulatedFaults AtRandom(double probability, EmulatedFault fault, int seed)
    {
        _rules.AtRandom(probability, fault, seed, "all requests");
        return this;
    }

    /// <summary>Removes all faults.</summary>
    public void Clear() => _rules.Clear();

    internal EmulatedFault? For(IncomingRequest request) => _rules.Strike(request);
}
