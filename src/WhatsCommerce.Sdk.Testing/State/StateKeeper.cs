using System.Diagnostics;

namespace WhatsCommerce.Testing;

/// <summary>Restores the state from a folder, and saves changes while the emulator runs and when it stops.</summary>
internal sealed class StateKeeper : IAsyncDisposable
{
    // The interval between saves, on the real clock even if the test uses a fake one.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly StateFolder _folder;
    private readonly EmulatorState _state;
    private readonly EmulatorNotices _notices;
    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _wanted = new(0);
    private readonly Lock _gate = new();
    private byte[] _kept;
    private bool _isOnDisk = true;
    private Task? _work;
    private TaskCompletionSource? _waiting;
    private bool _hasEnded;

    private StateKeeper(StateFolder folder, EmulatorState state, EmulatorNotices notices, byte[]? kept)
    {
        _notices = notices;
        _folder = folder;
        _state = state;
        _kept = kept ?? [];
        IsRestored = kept is not null;
    }

    /// <summary>Whether a state was restored.</summary>
    public bool IsRestored { get; }

    /// <summary>Locks the folder and restores its state.</summary>
    /// <exception cref="IOException">The folder cannot be locked.</exception>
    /// <exception cref="InvalidDataException">Its content cannot be read.</exception>
    public static StateKeeper Open(string path, Func<StateFolder, EmulatorState> stateOf, EmulatorNotices notices)
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

            return new(folder, state, notices, kept);
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

    /// <summary>Starts saving changes.</summary>
    public void Start() => _work = Task.Run(WorkAsync, CancellationToken.None);

    /// <summary>
    /// Waits until all changes so far are saved. Concurrent callers share one write.
    /// </summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="ObjectDisposedException">The emulator was stopped.</exception>
    public Task KeepAsync()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_hasEnded, this);
            if (_waiting is null)
            {
                _waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);
                _wanted.Release();
            }

            return _waiting.Task;
        }
    }

    /// <summary>Saves the last changes, and unlocks the folder.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _hasEnded = true;
        }

        await _stop.CancelAsync().ConfigureAwait(false);
        TaskCompletionSource? waiting = null;
        try
        {
            // An emulator that failed to start does not change the folder.
            if (_work is not null)
            {
                await _work.ConfigureAwait(false);
                waiting = TakeWaiting();
                Save();
                Flush();
                waiting?.TrySetResult();
            }
        }
        finally
        {
            waiting?.TrySetCanceled(_stop.Token);
            _folder.Dispose();
            _stop.Dispose();
            _wanted.Dispose();
        }
    }

    private async Task WorkAsync()
    {
        TimeSpan pause = Pause;
        while (!_stop.IsCancellationRequested)
        {
            bool isWanted = await IsWantedAsync(pause).ConfigureAwait(false);
            if (_stop.IsCancellationRequested)
            {
                return;
            }

            Stopwatch watch = Stopwatch.StartNew();
            TaskCompletionSource? waiting = TakeWaiting();
            try
            {
                Save();
                waiting?.TrySetResult();
                if (!isWanted)
                {
                    Flush();
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // The error may be temporary, such as a full disk, so saving is retried; otherwise it is reported at the end.
                _notices.Tell("state", $"The state could not be stored: {exception.Message}");
                waiting?.TrySetException(exception as IOException ?? new IOException(exception.Message, exception));
            }

            // Writing a large catalog takes long, so saves use at most a twentieth of the time.
            pause = watch.Elapsed * 20 > Pause ? watch.Elapsed * 20 : Pause;
        }
    }

    private async Task<bool> IsWantedAsync(TimeSpan pause)
    {
        try
        {
            return await _wanted.WaitAsync(pause, _stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private TaskCompletionSource? TakeWaiting()
    {
        lock (_gate)
        {
            TaskCompletionSource? waiting = _waiting;
            _waiting = null;
            return waiting;
        }
    }

    private void Save()
    {
        byte[] now = _state.Write();
        if (!now.AsSpan().SequenceEqual(_kept))
        {
            _folder.Write(now);
            _kept = now;
            _isOnDisk = false;
        }
    }

    // A replaced file survives a crash of the process; it survives a crash of the machine after the flush.
    private void Flush()
    {
        if (!_isOnDisk)
        {
            _folder.Flush();
            _isOnDisk = true;
        }
    }
}
