namespace WhatsCommerce.Benchmarks.Measuring;

/// <summary>Measures how much memory an action needs while it runs.</summary>
internal static class HeapGrowth
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Returns the greatest growth of the live heap, sampled often, with a collection each time.</summary>
    public static async Task<long> OfAsync(Func<Task> action)
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        long most = before;
        Task running = action();
        while (!running.IsCompleted)
        {
            most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true));
            await Task.WhenAny(running, Task.Delay(Pause, TimeProvider.System));
        }

        await running;
        return most - before;
    }
}
