using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Microsoft.Extensions.Logging.Abstractions;

namespace WhatsCommerce.Webhooks;

/// <summary>Keeps dead letters in a crash-safe file, one line of JSON each. The default store, used unless another is registered.</summary>
/// <remarks>
/// <para>A letter is flushed to the disk when the task completes; concurrent letters share one flush. A line that a crash cut off was never
/// acknowledged, and is removed at the next start. Unreadable lines stay in the file, are counted (<see cref="UnreadableLines"/>) and do
/// not hide other lines. The file is compacted when most of it is removed letters.</para>
/// <para>The file is opened at first use, readable by the current user only, and locked: a second process gets an <see cref="IOException"/>
/// until the first one ends. The lock is on the file itself as well as on <c>{path}.lock</c> beside it, so that it holds when somebody
/// deletes the lock file. When the file or its directory is deleted, moved, replaced or truncated while the app runs, the write in progress
/// is not acknowledged, and the next letters go to a new file, unless another process has taken it. Memory use is about 40 bytes a
/// letter.</para>
/// <para>Anything that is not a regular file, such as a directory, a pipe or a device, is rejected with an
/// <see cref="IOException"/>.</para>
/// <para>Instances of an app cannot share a file: give each its own, or keep the letters in a database.</para>
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

    /// <summary>Initializes a store. The file is not accessed before first use.</summary>
    /// <param name="path">The path of the file. Its directory is created if it does not exist.</param>
    /// <param name="logger">Receives warnings about torn and unreadable lines.</param>
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

    /// <summary>Gets the path of the file.</summary>
    public string Path { get; }

    /// <summary>
    /// Gets the number of lines that could not be read, as of the last use. They stay in the file for a person to look at.
    /// </summary>
    public int UnreadableLines { get; private set; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The body and texts do not fit into a line of 16 MB.</exception>
    /// <exception cref="IOException">
    /// The write failed, another process uses the file, it is not a regular file, or it was deleted, moved, replaced or changed during the
    /// write.
    /// </exception>
    /// <exception cref="UnauthorizedAccessException">The process may not write the file.</exception>
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
    /// <remarks>
    /// Enumerates the letters that exist when the enumeration begins, one at a time in memory. A letter that is removed meanwhile is
    /// skipped.
    /// </remarks>
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

    /// <summary>Closes the file and releases its locks, so that another process can use it.</summary>
    public void Dispose()
    {
        _gate.Wait();
        _isDisposed = true;
        Close();
        _gate.Release();
    }

    // The first caller to enter the gate writes for all who wait for it; the others then find their edit settled.
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
        catch (Exception exception)
        {
            // Whatever it was, every caller that waits for the group must get the error.
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

    // A separate lock file, since compaction replaces the file of letters, and the lock on it, from time to time.
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
