namespace Samples;

/// <summary>Waits for what an app does by itself, and never forever.</summary>
internal static class Waiting
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    // Only a demo that goes wrong waits this long: it says what did not happen instead of standing still.
    private static readonly TimeSpan AtMost = TimeSpan.FromMinutes(3);

    /// <summary>Asks again and again until there is an answer.</summary>
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
