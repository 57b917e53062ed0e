using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using WhatsCommerce.Diagnostics;

namespace WhatsCommerce.Webhooks;

/// <summary>Keeps dead letters in a file that survives a crash, one line of JSON each. What is used unless another store is registered.</summary>
/// <remarks>
/// <para>A letter is on the disk when its task completes; letters that come at the same time share one flush. A line that a crash cut off
/// was never acknowledged, and is taken away at the next start. Lines that cannot be read stay, are counted
/// (<see cref="UnreadableLines"/>) and hide no others. The room of removed letters is given back when most of the file is theirs.</para>
/// <para>The file is opened at first use, readable for this user only, and locked: a second process is told so by an
/// <see cref="IOException"/>, until the first one ends. The lock is on the file itself as well as on <c>{path}.lock</c> beside it, so that it
/// holds when somebody deletes that. When the file or its folder is deleted, moved, replaced or cut while the app runs, what is being
/// written then is not acknowledged, and the next letters go to a new file, unless another process has taken it. In memory there are some
/// 40 bytes a letter.</para>
/// <para>What is no regular file, such as a directory, a pipe or a device, is refused with an <see cref="IOException"/>.</para>
/// <para>Several instances of an app cannot share a file: give each its own, or keep the letters in a database.</para>
/// </remarks>
public sealed class FileDeadLetterStore : IDeadLetterStore, IDisposable
{
    private readonly ILogger _logger;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Lock _waitingLock = new();
    private List<DeadLetterEdit> _waiting = [];
    private FileStream? _lock;
    private DeadLetterFile? _file;
    private bool _isDisposed;

    /// <summary>Makes a store; the file is not touched before it is needed.</summary>
    /// <param name="path">The file. Its directory is made when it is not there.</param>
    /// <param name="logger">Told of torn and unreadable lines.</param>
    public FileDeadLetterStore(string path, ILogger? logger = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        Path = System.IO.Path.GetFullPath(path);
        _logger = logger ?? NullLogger.Instance;
    }

    internal static FileDeadLetterStore Create(FileDeadLetterOptions options, ILogger logger)
    {
        FileDeadLetterStore store = new(options.EffectivePath, logger);
        if (options.IsLostWithContainer)
        {
            DeadLetterLog.InsideContainer(logger, store.Path);
        }

        return store;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>How many lines of the file cannot be read, as of the last use. They are kept for a person to look at.</summary>
    public int UnreadableLines { get; private set; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">Body and texts are longer than a line of 16 MB.</exception>
    /// <exception cref="IOException">
    /// The disk refuses, another process uses the file, it is no regular file, or it was taken away while the letter was written.
    /// </exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public async ValueTask AppendAsync(DeadLetter letter, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(letter);
        await CommitAsync(DeadLetterEdit.Append(letter), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask ReplaceAsync(DeadLetter letter, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(letter);
        await CommitAsync(DeadLetterEdit.Replace(letter), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<bool> RemoveAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        return CommitAsync(DeadLetterEdit.Remove(id), cancellationToken);
    }

    /// <inheritdoc/>
    /// <remarks>Those that are there when it begins, one at a time in memory; what is removed meanwhile is left out.</remarks>
    public async IAsyncEnumerable<DeadLetter> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (UInt128 key in await UseAsync(static file => file.Keys, cancellationToken).ConfigureAwait(false))
        {
            if (await UseAsync(file => file.Read(key), cancellationToken).ConfigureAwait(false) is { } letter)
            {
                yield return letter;
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask<int> CountAsync(CancellationToken cancellationToken = default) => UseAsync(
        static file =>
        {
            file.Probe();
            return file.Count;
        },
        cancellationToken);

    /// <summary>Closes the file and lets another process have it.</summary>
    public void Dispose()
    {
        _gate.Wait();
        _isDisposed = true;
        Close();
        _gate.Release();
    }

    // Whoever gets the gate first writes for all who wait there; the others find their work done.
    private async ValueTask<bool> CommitAsync(DeadLetterEdit edit, CancellationToken cancellationToken)
    {
        lock (_waitingLock)
        {
            _waiting.Add(edit);
        }

        try
        {
            await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            lock (_waitingLock)
            {
                _waiting.Remove(edit);
            }

            throw;
        }

        try
        {
            if (!edit.IsSettled)
            {
                CommitWaiting();
            }
        }
        finally
        {
            _gate.Release();
        }

        edit.Error?.Throw();
        return edit.Applied;
    }

    private void CommitWaiting()
    {
        List<DeadLetterEdit> edits;
        lock (_waitingLock)
        {
            (edits, _waiting) = (_waiting, []);
        }

        ExceptionDispatchInfo? error = null;
        try
        {
            Open().Commit(edits);
        }
#pragma warning disable CA1031 // Whoever waits for the group must be told, whatever it was.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            error = ExceptionDispatchInfo.Capture(exception);
        }

        edits.ForEach(edit => edit.Settle(error));
    }

    private async ValueTask<T> UseAsync<T>(Func<DeadLetterFile, T> use, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return use(Open());
        }
        finally
        {
            _gate.Release();
        }
    }

    private DeadLetterFile Open()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (_file is not null && !_file.IsAsLeft(Path))
        {
            DeadLetterLog.FileLost(_logger, Path);
            Close();
        }
        else if (_file is { IsWasteful: false })
        {
            return _file;
        }

        _file?.Dispose();
        _file = null;
        _file = DeadLetterFile.Open(Path, () => _lock ??= TakeLock(), _logger);
        UnreadableLines = _file.UnreadableLines;
        return _file;
    }

    private void Close()
    {
        _file?.Dispose();
        _lock?.Dispose();
        (_file, _lock) = (null, null);
    }

    // A file of its own beside the lock on the letters' file, which is replaced by a smaller one now and then.
    private FileStream TakeLock()
    {
        try
        {
            FileStream file = new(Path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
            DeadLetterLog.Opened(_logger, Path);
            return file;
        }
        catch (IOException exception) when (LockedFile.IsHeldByAnother(exception))
        {
            throw LockedFile.InUse(Path, exception);
        }
    }
}
