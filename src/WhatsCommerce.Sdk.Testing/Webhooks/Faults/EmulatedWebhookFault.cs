namespace WhatsCommerce.Testing;

/// <summary>A fault of Meta's webhook delivery. See <see cref="CloudApiEmulator.WebhookFaults"/>.</summary>
/// <remarks>
/// Meta delivers at least once and in any order, and adds new types without notice: an app must tolerate all of these faults except a loss.
/// </remarks>
public sealed class EmulatedWebhookFault
{
    private EmulatedWebhookFault(string name) => Name = name;

    /// <summary>The name of the fault, for reports: <c>delay 5 s</c>.</summary>
    public string Name { get; }

    internal bool Duplicates { get; private init; }
    internal bool Drops { get; private init; }
    internal bool AddsUnknown { get; private init; }
    internal TimeSpan Wait { get; private init; }
    internal int? Seed { get; private init; }

    /// <summary>
    /// The same body is delivered again after the callback has accepted it, with all of its updates.
    /// </summary>
    public static EmulatedWebhookFault Duplicate() => new("duplicate") { Duplicates = true };

    /// <summary>
    /// The updates are held back and delivered in another order, each in its own webhook: as many at a time as the fault applies to, or
    /// groups of ten when it always applies. An incomplete group is delivered after one second of real time.
    /// </summary>
    /// <param name="seed">The seed of the random order, which is the same in each run.</param>
    public static EmulatedWebhookFault Reorder(int seed = 1) => new("reorder") { Seed = seed };

    /// <summary>The update is sent late, in its own webhook; later ones do not wait.</summary>
    /// <param name="time">The delay, on the clock of the emulator.</param>
    public static EmulatedWebhookFault Delay(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(time, TimeSpan.Zero);
        return new(string.Create(CultureInfo.InvariantCulture, $"delay {time.TotalSeconds} s")) { Wait = time };
    }

    /// <summary>The update is lost: it is never delivered, and recorded as <see cref="DeliveryState.Dropped"/>.</summary>
    public static EmulatedWebhookFault Drop() => new("drop") { Drops = true };

    /// <summary>Two unknown updates are added: a message of an unknown type, and an unknown field.</summary>
    public static EmulatedWebhookFault UnknownType() => new("unknown type") { AddsUnknown = true };

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
