namespace WhatsCommerce.Testing;

/// <summary>The ids of what Graph keeps, each larger than those before. Thread-safe.</summary>
internal sealed class IdSequence
{
    private long _last = 7_000_000_000_000_000;

    /// <summary>The last id that was given out.</summary>
    public long Last
    {
        get => Interlocked.Read(ref _last);
        set => Interlocked.Exchange(ref _last, value);
    }

    public long Next() => Interlocked.Increment(ref _last);
}
