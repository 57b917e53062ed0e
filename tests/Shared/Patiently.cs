using System.Runtime.CompilerServices;

namespace WhatsCommerce.Tests;

/// <summary>
/// Waits for what happens on other threads, in other processes and over connections. The limit only ends what hangs: it is far beyond what
/// a machine needs that is busy with other things, so that no test depends on it.
/// </summary>
internal static class Patiently
{
    /// <summary>How long is waited for one thing before it counts as hanging.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(2);

    public static Task Wait(Task task) => task.WaitAsync(Patience, TestContext.Current.CancellationToken);

    public static Task<T> Wait<T>(Task<T> task) => task.WaitAsync(Patience, TestContext.Current.CancellationToken);

    /// <summary>Waits until something is so.</summary>
    public static Task Until(Func<bool> condition, [CallerArgumentExpression(nameof(condition))] string what = "") =>
        Until(() => Task.FromResult(condition()), what);

    /// <summary>Waits until something is so that takes a request to find out.</summary>
    public static async Task Until(Func<Task<bool>> condition, [CallerArgumentExpression(nameof(condition))] string what = "")
    {
        for (long start = TimeProvider.System.GetTimestamp(); !await condition();)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < Patience, $"It did not come true: {what}");
            await Task.Delay(Pause, TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }
}
