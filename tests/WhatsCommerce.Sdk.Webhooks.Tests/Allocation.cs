namespace WhatsCommerce.Tests;

/// <summary>How many bytes something allocates.</summary>
internal static class Allocation
{
    /// <summary>The least of several runs: a collection in between is counted too, and now and then a run meets one.</summary>
    /// <param name="action">What to run.</param>
    /// <param name="enough">A run that allocates no more than this is the last one.</param>
    public static long Of(Action action, long enough = 0)
    {
        long least = long.MaxValue;
        for (int run = 0; run < 5 && least > enough; run++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            action();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
