namespace Samples;

/// <summary>Waits for background work of an app, with a timeout.</summary>
internal static class Waiting
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    // The timeout, after which a failing demo reports what did not happen instead of hanging.
    private static readonly TimeSpan AtMost = TimeSpan.FromMinutes(3);

    /// <summary>Polls until there is a result.</summary>
    public static async Task<T> ForAsync<T>(string what, Func<Task<T?>> ask)
        where T : class
    {
        long start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            if (await ask() is T answer)
            {
                return answer;
            }

            if (TimeProvider.System.GetElapsedTime(start) > AtMost)
            {
                throw new TimeoutException($"Waited {AtMost.TotalMinutes} minutes for {what}.");
            }

            await Task.Delay(Look, TimeProvider.System);
        }
    }
}
