namespace WhatsCommerce.Testing;

/// <summary>A way in which Meta's delivery of webhooks goes wrong. See <see cref="CloudApiEmulator.WebhookFaults"/>.</summary>
/// <remarks>
/// Meta delivers at least once and in no order, and new types come without notice: an app must bear all of these but a loss.
/// </remarks>
public sealed class EmulatedWebhookFault
{
    private EmulatedWebhookFault(string name) => Name = name;

    /// <summary>What it is, for reports: <c>delay 5 s</c>.</summary>
    public string Name { get; }

    internal bool Duplicates { get; private init; }
    internal bool Drops { get; private init; }
    internal bool AddsUnknown { get; private init; }
    internal TimeSpan Wait { get; private init; }
    internal int? Seed { get; private init; }

    /// <summary>
    /// The same body is delivered once more after the callback has taken it. In a body of several updates all of them come again.
    /// </summary>
    public static EmulatedWebhookFault Duplicate() => new("duplicate") { Duplicates = true };

    /// <summary>
    /// The updates are held back and delivered in another order, each in a webhook of its own: as many together as it strikes, or groups of
    /// ten when it strikes always. When the rest of a group does not come within a second of real time, what there is goes out.
    /// </summary>
    /// <param name="seed">Where the chance begins: the same order in each run.</param>
    public static EmulatedWebhookFault Reorder(int seed = 1) => new("reorder") { Seed = seed };

    /// <summary>The update is sent later, in a webhook of its own; those after it do not wait.</summary>
    /// <param name="time">By how much, on the clock of the emulator.</param>
    public static EmulatedWebhookFault Delay(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(time, TimeSpan.Zero);
        return new(string.Create(CultureInfo.InvariantCulture, $"delay {time.TotalSeconds} s")) { Wait = time };
    }

    /// <summary>The update is lost: it is never delivered, and recorded as <see cref="DeliveryState.Dropped"/>.</summary>
    public static EmulatedWebhookFault Drop() => new("drop") { Drops = true };

    /// <summary>Beside the update come two that no app knows yet: a message of an unknown type, and an unknown field.</summary>
    public static EmulatedWebhookFault UnknownType() => new("unknown type") { AddsUnknown = true };

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
