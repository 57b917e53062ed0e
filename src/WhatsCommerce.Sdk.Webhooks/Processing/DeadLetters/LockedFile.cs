using Microsoft.Win32.SafeHandles;

namespace WhatsCommerce.Webhooks;

/// <summary>An open file that no other process can write to.</summary>
/// <remarks>
/// A person or another program may delete, move, replace or truncate the file or its directory at any time. Therefore the lock is on the
/// open file itself, which nobody else can write to whatever happens to its name, and each write checks afterwards that the path still
/// leads to this file.
/// </remarks>
internal sealed class LockedFile : IDisposable
{
    // The error codes for a lock held by another process: EWOULDBLOCK, and ERROR_SHARING_VIOLATION.
    private const int HeldOnLinux = 11;
    private const int HeldOnMacOS = 35;
    private const int HeldOnWindows = unchecked((int)0x80070020);

    private readonly FileStream _stream;

    private LockedFile(string path)
    {
        Path = path;
        _stream = OpenStream(path, FileMode.OpenOrCreate);
        Handle = _stream.SafeFileHandle;
    }

    /// <summary>Gets the path of the file, with symbolic links resolved.</summary>
    public string Path { get; }

    public SafeFileHandle Handle { get; }

    /// <summary>Opens the file or creates it.</summary>
    /// <param name="path">The path, with symbolic links resolved.</param>
    /// <exception cref="IOException">Another process or store uses the file, or it is not a regular file.</exception>
    public static LockedFile Open(string path)
    {
        if (Directory.Exists(path))
        {
            throw Unfit(path, "It is a directory");
        }

        LockedFile file = OpenUnlocked(path);
        try
        {
            if (!WriterLock.TryTake(file.Handle))
            {
                throw InUse(path);
            }

            file.RequireRegular();

            // The file may have been replaced before the lock was taken.
            return file.IsAtItsPath(RandomAccess.GetLength(file.Handle)) ? file : throw InUse(path);
        }
        catch (NotSupportedException exception)
        {
            file.Dispose();
            throw Unfit(path, exception.Message, exception);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Determines whether a file could not be opened because another process holds it.</summary>
    public static bool IsHeldByAnother(IOException exception) => exception.HResult is HeldOnLinux or HeldOnMacOS or HeldOnWindows;

    /// <summary>Resolves a symbolic link: the files beside the path must be beside the target.</summary>
    public static string Follow(string path)
    {
        FileInfo file = new(path);
        return file.LinkTarget is null ? path : file.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
    }

    /// <summary>Opens a file that only the current user can read: it contains customers' texts and phone numbers.</summary>
    public static FileStream OpenStream(string path, FileMode mode)
    {
        FileStreamOptions options = new()
        {
            Mode = mode,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Read | FileShare.Delete,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new(path, options);
    }

    /// <summary>Creates the exception for a file that another process uses.</summary>
    public static IOException InUse(string path, Exception? exception = null) => new(
        $"The dead letters in \"{path}\" are in use by another process, or by another FileDeadLetterStore of this one. Give each " +
        "process a file of its own (DeadLetters:Path in the section of the webhooks), or keep the letters of all in a database.",
        exception);

    /// <summary>Creates the exception for a path that cannot hold dead letters.</summary>
    public static IOException Unfit(string path, string problem, Exception? exception = null) => new(
        $"\"{path}\" cannot keep dead letters. {problem}. Set DeadLetters:Path in the webhooks section to a regular file on a file " +
        "system that supports locks, or to a file that does not exist yet.",
        exception);

    /// <summary>Determines whether the path leads to this file, and the file has the given length.</summary>
    /// <remarks>After a write to this file, any other file differs from it in length or time.</remarks>
    public bool IsAtItsPath(long length)
    {
        FileInfo named = new(Path);
        return named.Exists
            && named.Length == length
            && RandomAccess.GetLength(Handle) == length
            && named.LastWriteTimeUtc == File.GetLastWriteTimeUtc(Handle);
    }

    public void Dispose()
    {
        if (!Handle.IsClosed)
        {
            WriterLock.Release(Handle);
        }

        _stream.Dispose();
    }

    private static LockedFile OpenUnlocked(string path)
    {
        try
        {
            return new(path);
        }
        catch (IOException exception) when (IsHeldByAnother(exception))
        {
            throw InUse(path, exception);
        }
    }

    /// <summary>Refuses pipes and devices: reading some of them never ends, and others store nothing.</summary>
    private void RequireRegular()
    {
        try
        {
            if (RandomAccess.GetLength(Handle) == 0)
            {
                // Among open files of length zero, only a regular file accepts a length.
                RandomAccess.SetLength(Handle, 0);
            }
        }
        catch (Exception exception)
            when (exception is IOException or NotSupportedException or ArgumentException or UnauthorizedAccessException)
        {
            throw Unfit(Path, "It is a pipe, a device or something else that is not a regular file", exception);
        }
    }
}
