using System.Runtime.InteropServices;

namespace WhatsCommerce.Emulator.Commands;

/// <summary>Turns Ctrl+C and SIGTERM into a canceled token, so that a command can end in order.</summary>
internal sealed class EndSignals : IDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly PosixSignalRegistration _interrupt;
    private readonly PosixSignalRegistration _terminate;

    public EndSignals()
    {
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
    }

    /// <summary>Gets the token that the first signal cancels.</summary>
    public CancellationToken Token => _end.Token;

    public void Dispose()
    {
        _interrupt.Dispose();
        _terminate.Dispose();
        _end.Dispose();
    }

    private void End(PosixSignalContext signal)
    {
        signal.Cancel = true;
        _end.Cancel();
    }
}
