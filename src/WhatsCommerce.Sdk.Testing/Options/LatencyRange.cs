using System.Runtime.InteropServices;

namespace WhatsCommerce.Testing;

/// <summary>How long answers take: each a random time of a range. A single time stands for a range of that time alone.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LatencyRange
{
    /// <summary>Makes one.</summary>
    /// <param name="shortest">See <see cref="Shortest"/>.</param>
    /// <param name="longest">See <see cref="Longest"/>.</param>
    public LatencyRange(TimeSpan shortest, TimeSpan longest)
    {
        Shortest = shortest;
        Longest = longest;
    }

    /// <summary>The shortest time; not below nothing.</summary>
    public TimeSpan Shortest { get; init; }

    /// <summary>The longest time; not below the shortest.</summary>
    public TimeSpan Longest { get; init; }

    /// <summary>The same time for each answer.</summary>
    /// <param name="time">The time; not below nothing.</param>
    public static implicit operator LatencyRange(TimeSpan time) => new(time, time);

    /// <summary>The same time for each answer.</summary>
    /// <param name="time">The time; not below nothing.</param>
    public static LatencyRange FromTimeSpan(TimeSpan time) => time;

    internal bool IsValid => Shortest >= TimeSpan.Zero && Longest >= Shortest;

    internal TimeSpan Next() => Longest == Shortest
        ? Shortest
        : Shortest + TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(Milliseconds(Longest - Shortest) + 1));

    private static int Milliseconds(TimeSpan time) => (int)Math.Min(time.TotalMilliseconds, int.MaxValue - 1);
}
