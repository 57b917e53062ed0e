using System.Runtime.InteropServices;

namespace WhatsCommerce.Testing;

/// <summary>
/// A range from which the latency of each response is chosen at random. A single <see cref="TimeSpan"/> converts to a fixed latency.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LatencyRange
{
    /// <summary>Initializes a new instance.</summary>
    /// <param name="shortest">See <see cref="Shortest"/>.</param>
    /// <param name="longest">See <see cref="Longest"/>.</param>
    public LatencyRange(TimeSpan shortest, TimeSpan longest)
    {
        Shortest = shortest;
        Longest = longest;
    }

    /// <summary>The minimum latency; not negative.</summary>
    public TimeSpan Shortest { get; init; }

    /// <summary>The maximum latency; not below the minimum.</summary>
    public TimeSpan Longest { get; init; }

    /// <summary>Returns a range with a fixed latency.</summary>
    /// <param name="time">The latency; not negative.</param>
    public static implicit operator LatencyRange(TimeSpan time) => new(time, time);

    /// <summary>Returns a range with a fixed latency.</summary>
    /// <param name="time">The latency; not negative.</param>
    public static LatencyRange FromTimeSpan(TimeSpan time) => time;

    internal bool IsValid => Shortest >= TimeSpan.Zero && Longest >= Shortest;

    internal TimeSpan Next() => Longest == Shortest
        ? Shortest
        : Shortest + TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(Milliseconds(Longest - Shortest) + 1));

    private static int Milliseconds(TimeSpan time) => (int)Math.Min(time.TotalMilliseconds, int.MaxValue - 1);
}
