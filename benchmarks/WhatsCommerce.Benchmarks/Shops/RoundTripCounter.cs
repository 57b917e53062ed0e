using System.Diagnostics;

namespace WhatsCommerce.Benchmarks.Shops;

/// <summary>Counts what goes to PostgreSQL and is waited for: Npgsql makes an activity of each command, batch and COPY.</summary>
internal sealed class RoundTripCounter : IDisposable
{
    private readonly ActivityListener _listener;
    private int _count;

    public RoundTripCounter()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "Npgsql",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.PropagationData,
            ActivityStarted = _ => Interlocked.Increment(ref _count),
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public int Count => Volatile.Read(ref _count);

    public void Dispose() => _listener.Dispose();
}
