namespace WhatsCommerce.Testing;

/// <summary>What happens on its own after a while, on the clock of the emulator, unless the emulator stops before.</summary>
internal sealed class EmulatorTimers(TimeProvider time) : IDisposable
{
    // A timer may be some milliseconds ahead of the clock by which others tell whether its time has come.
    private static readonly TimeSpan Slack = TimeSpan.FromMilliseconds(20);

    private readonly CancellationTokenSource _stop = new();

    /// <summary>Does something after a while. It must not throw.</summary>
    public void After(TimeSpan wait, Action act) => _ = RunAsync(wait + Slack, act);

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private async Task RunAsync(TimeSpan wait, Action act)
    {
        try
        {
            await Task.Delay(wait, time, _stop.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException or ArgumentOutOfRangeException)
        {
            // Stopped, or longer than any timer runs.
            return;
        }

        act();
    }
}
