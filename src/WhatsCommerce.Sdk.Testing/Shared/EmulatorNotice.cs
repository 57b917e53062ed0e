namespace WhatsCommerce.Testing;

/// <summary>A notice that the emulator discarded data: a limit was reached, or the state could not be stored.</summary>
public sealed record EmulatorNotice
{
    /// <summary>The kind of data: <c>webhooks</c>, <c>traffic</c>, <c>messages</c>, <c>files</c>, <c>state</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>What happened and which option controls it, in one sentence.</summary>
    public required string Problem { get; init; }

    /// <summary>The number of times so far.</summary>
    public required long Count { get; init; }

    /// <summary>When it first happened, on the clock of the emulator.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Returns the sentence and the count.</summary>
    public override string ToString() => Count == 1
        ? Problem
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Problem} ({Count:N0} so far)");
}
