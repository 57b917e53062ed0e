using System.Diagnostics;

namespace WhatsCommerce.Testing;

/// <summary>Brings back what a folder holds, and keeps the folder up to date while the emulator runs and when it ends.</summary>
internal sealed class StateKeeper : IAsyncDisposable
{
    // On the real clock, whatever clock a test holds: what is kept is kept for another run.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly StateFolder _folder;
    private readonly EmulatorState _state;
    private readonly CancellationTokenSource _stop = new();
    private byte[] _kept;
    private Task? _work;

    private StateKeeper(StateFolder folder, EmulatorState state, byte[]? kept)
    {
        _folder = folder;
        _state = state;
        _kept = kept ?? [];
        IsRestored = kept is not null;
    }

    /// <summary>Whether there was anything to bring back.</summary>
    public bool IsRestored { get; }

    /// <summary>Takes the folder, and brings back what it holds.</summary>
    /// <exception cref="IOException">The folder cannot be had.</exception>
    /// <exception cref="InvalidDataException">What it holds cannot be read.</exception>
    public static StateKeeper Open(string path, Func<StateFolder, EmulatorState> stateOf)
    {
        StateFolder folder = StateFolder.Take(path);
        try
        {
            EmulatorState state = stateOf(folder);
            byte[]? kept = folder.Read();
            if (kept is not null)
            {
                state.Read(kept);
            }

            return new(folder, state, kept);
        }
        catch (InvalidDataException exception)
        {
            folder.Dispose();
            throw new InvalidDataException(
                $"The state in {folder.File} cannot be taken back: {exception.Message}. Mend the file, move it away to begin anew, or take "
                    + "another folder.",
                exception);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Begins to keep what changes from now on.</summary>
    public void Start() => _work = Task.Run(WorkAsync, CancellationToken.None);

    /// <summary>Keeps what has changed last, and gives the folder back.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        try
        {
            // An emulator that could not start leaves the folder as it was.
            if (_work is not null)
            {
                await _work.ConfigureAwait(false);
                Save();
            }
        }
        finally
        {
            _folder.Dispose();
            _stop.Dispose();
        }
    }

    private async Task WorkAsync()
    {
        TimeSpan pause = Pause;
        while (!_stop.IsCancellationRequested)
        {
            await Task.Delay(pause, TimeProvider.System, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (_stop.IsCancellationRequested)
            {
                return;
            }

            Stopwatch watch = Stopwatch.StartNew();
            try
            {
                Save();
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // A full disk may have room again; the end tells if not.
            }

            // A large catalog takes its time to be written: it gets a twentieth of the time, no more.
            pause = watch.Elapsed * 20 > Pause ? watch.Elapsed * 20 : Pause;
        }
    }

    private void Save()
    {
        byte[] now = _state.Write();
        if (!now.AsSpan().SequenceEqual(_kept))
        {
            _folder.Write(now);
            _kept = now;
        }
    }
}
