namespace WhatsCommerce.Tests.Processing;

/// <summary>Waits for what happens on other threads, and gives up when it never does.</summary>
internal static class Patiently
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static Task Wait(Task task) => task.WaitAsync(Patience, TestContext.Current.CancellationToken);

    public static Task<T> Wait<T>(Task<T> task) => task.WaitAsync(Patience, TestContext.Current.CancellationToken);

    /// <summary>Waits until something is so.</summary>
    public static async Task Until(Func<bool> condition)
    {
        for (long end = Environment.TickCount64 + (long)Patience.TotalMilliseconds; !condition();)
        {
            Assert.True(Environment.TickCount64 < end, "It did not come true.");
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }
}
