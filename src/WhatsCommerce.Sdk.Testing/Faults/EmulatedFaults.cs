namespace WhatsCommerce.Testing;

/// <summary>
/// What goes wrong at the local Cloud API, so that an app can be tested for it. Rules are asked in the order in which they were added, and
/// the first that applies decides; a request that none applies to is answered as always. Safe for use from several threads.
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

    /// <summary>What is to go wrong, in words, in the order in which it was added: <c>error 130429 before accepting (once)</c>.</summary>
    public IReadOnlyList<string> Active => _rules.Active;

    /// <summary>Lets the next requests fail.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="count">The number.</param>
    /// <returns>This, to add more.</returns>
    public EmulatedFaults Next(EmulatedFault fault, int count = 1)
    {
        _rules.Next(fault, count);
        return this;
    }

    /// <summary>Lets those requests fail of which something holds.</summary>
    /// <param name="applies">What must hold; asked once for each request, one request at a time.</param>
    /// <param name="fault">The fault.</param>
    /// <returns>This, to add more.</returns>
    public EmulatedFaults When(Func<IncomingRequest, bool> applies, EmulatedFault fault)
    {
        _rules.When(applies, fault, " (some requests)");
        return this;
    }

    /// <summary>Lets requests fail by chance, the same ones in each run as long as they come in the same order.</summary>
    /// <param name="probability">Of how many, from 0 to 1.</param>
    /// <param name="fault">The fault.</param>
    /// <param name="seed">Where the chance begins.</param>
    /// <returns>This, to add more.</returns>
    public EmulatedFaults AtRandom(double probability, EmulatedFault fault, int seed)
    {
        _rules.AtRandom(probability, fault, seed, "all requests");
        return this;
    }

    /// <summary>Lets everything go well again.</summary>
    public void Clear() => _rules.Clear();

    internal EmulatedFault? For(IncomingRequest request) => _rules.Strike(request);
}
