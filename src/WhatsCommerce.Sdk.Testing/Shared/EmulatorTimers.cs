namespace WhatsCommerce.Testing;

/// <summary>Delayed actions on the clock of the emulator, which are canceled when the emulator stops.</summary>
internal sealed class EmulatorTimers(TimeProvider time) : IDisposable
{
    // A timer may fire some milliseconds before the clock shows its due time.
    private static readonly TimeSpan Slack = TimeSpan.FromMilliseconds(20);

    private readonly CancellationTokenSource _stop = new();

    /// <summary>Runs an action after a delay. It must not throw.</summary>
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
            // The emulator was stopped, or the delay exceeds the maximum of a timer.
            return;
        }

        act();
    }
}
