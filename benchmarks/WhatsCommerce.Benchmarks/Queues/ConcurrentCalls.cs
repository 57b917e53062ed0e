namespace WhatsCommerce.Benchmarks.Queues;

/// <summary>As many callers as a busy endpoint has requests under way.</summary>
internal static class ConcurrentCalls
{
    public const int Callers = 256;

    public static Task RunAsync<T>(IReadOnlyList<T> items, Func<T, Task> call)
    {
        int next = -1;
        return Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
        {
            for (int i = Interlocked.Increment(ref next); i < items.Count; i = Interlocked.Increment(ref next))
            {
                await call(items[i]);
            }
        })));
    }
}
