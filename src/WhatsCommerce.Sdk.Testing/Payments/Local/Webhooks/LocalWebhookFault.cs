namespace WhatsCommerce.Testing;

/// <summary>A fault of webhook delivery by a local provider. See <see cref="LocalWebhooks"/>.</summary>
public sealed class LocalWebhookFault
{
    private LocalWebhookFault(string name, params IReadOnlyList<TimeSpan> waits)
    {
        Name = name;
        Waits = waits;
    }

    /// <summary>The name of the fault, for reports: <c>late by 00:05:00</c>.</summary>
    public string Name { get; }

    /// <summary>The delay of each delivery; empty when the webhook is never delivered.</summary>
    internal IReadOnlyList<TimeSpan> Waits { get; }

    internal bool IsOvertaken { get; private init; }

    /// <summary>The webhook is never delivered.</summary>
    public static LocalWebhookFault Drop() => new("lost");

    /// <summary>The webhook is delivered several times, with the same id.</summary>
    /// <param name="times">The total number of deliveries; 2 to 25.</param>
    public static LocalWebhookFault Duplicate(int times = 2)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(times, 25);
        return new(string.Create(CultureInfo.InvariantCulture, $"{times} times"), new TimeSpan[times]);
    }

    /// <summary>The webhook is delivered late, on the clock of the provider.</summary>
    /// <param name="wait">The delay.</param>
    public static LocalWebhookFault Delay(TimeSpan wait)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(wait, TimeSpan.Zero);
        return new(string.Create(CultureInfo.InvariantCulture, $"late by {wait:c}"), wait);
    }

    /// <summary>The webhook is delivered out of order, after the next event of the provider; never if there is no next event.</summary>
    public static LocalWebhookFault Reorder() => new("overtaken", TimeSpan.Zero) { IsOvertaken = true };

    /// <summary>The webhook is delivered once per delay, on the clock of the provider.</summary>
    /// <param name="waits">The delays after the event; at most 25.</param>
    public static LocalWebhookFault At(params IReadOnlyList<TimeSpan> waits)
    {
        ArgumentNullException.ThrowIfNull(waits);
        if (waits.Count > 25)
        {
            throw new ArgumentException("There are at most 25 deliveries.", nameof(waits));
        }

        return new("at " + string.Join(", ", waits.Select(wait => wait.ToString("c", CultureInfo.InvariantCulture))), [.. waits]);
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
