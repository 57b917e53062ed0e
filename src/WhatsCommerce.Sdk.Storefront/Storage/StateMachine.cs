namespace WhatsCommerce.Storefronts;

/// <summary>Represents a state machine as a table of allowed transitions.</summary>
/// <remarks>The tables are in <see cref="StorefrontStateMachines"/>; the diagrams of the documentation are generated from them.</remarks>
/// <typeparam name="TState">The type of the states.</typeparam>
public sealed class StateMachine<TState>
    where TState : struct, Enum
{
    private readonly FrozenSet<(TState From, TState To)> _allowed;

    internal StateMachine(string name, TState start, params (TState From, TState[] To)[] table)
    {
        Name = name;
        Start = start;
        Transitions = [.. table.SelectMany(row => row.To.Select(to => (row.From, to)))];
        _allowed = Transitions.ToFrozenSet();
    }

    /// <summary>Gets the name of the machine, such as <c>Cart</c>.</summary>
    public string Name { get; }

    /// <summary>Gets the initial state.</summary>
    public TState Start { get; }

    /// <summary>Gets the allowed transitions, in the order of the table.</summary>
    public IReadOnlyList<(TState From, TState To)> Transitions { get; }

    /// <summary>Determines whether one state may follow another. Staying in a state is always allowed.</summary>
    /// <param name="from">The current state.</param>
    /// <param name="to">The next state.</param>
    public bool Allows(TState from, TState to) => EqualityComparer<TState>.Default.Equals(from, to) || _allowed.Contains((from, to));

    /// <summary>Returns the machine as a Mermaid state diagram.</summary>
    public string ToMermaid() => string.Join(
        '\n', (string[])["stateDiagram-v2", $"    [*] --> {Start}", .. Transitions.Select(step => $"    {step.From} --> {step.To}")]);

    /// <summary>Returns the next state, or throws: a transition that is not in the table is a bug in the caller.</summary>
    internal TState Go(TState from, TState to) => Allows(from, to)
        ? to
        : throw new InvalidOperationException($"{Name}: {to} cannot follow {from}.");
}
