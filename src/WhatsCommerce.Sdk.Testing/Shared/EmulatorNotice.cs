namespace WhatsCommerce.Testing;

/// <summary>Something that the emulator could not keep: a limit was reached, or the state could not be stored.</summary>
public sealed record EmulatorNotice
{
    /// <summary>What it is about, in one word: <c>webhooks</c>, <c>traffic</c>, <c>messages</c>, <c>files</c>, <c>state</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>What happened, and which option decides it, in one sentence.</summary>
    public required string Problem { get; init; }

    /// <summary>How often so far.</summary>
    public required long Count { get; init; }

    /// <summary>When it happened first, on the clock of the emulator.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The sentence and the count.</summary>
    public override string ToString() => Count == 1
        ? Problem
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Problem} ({Count:N0} so far)");
}
