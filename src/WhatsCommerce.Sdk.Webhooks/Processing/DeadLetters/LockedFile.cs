using Microsoft.Win32.SafeHandles;

namespace WhatsCommerce.Webhooks;

/// <summary>An open file that nobody else can write to.</summary>
/// <remarks>
/// A person, or another program, may delete, move, replace or cut the file or its folder at any moment. So the lock is on the open file
/// itself, which nobody else can write to whatever happens to its names; and whoever wrote to it asks whether the path still leads to it.
/// </remarks>
internal sealed class LockedFile : IDisposable
{
    // How systems say that another one holds a lock: EWOULDBLOCK, and ERROR_SHARING_VIOLATION.
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

    /// <summary>The file; no symbolic link.</summary>
    public string Path { get; }

    public SafeFileHandle Handle { get; }

    /// <summary>Opens a file, and makes it when there is none.</summary>
    /// <param name="path">Where it is, once links are followed.</param>
    /// <exception cref="IOException">Another one uses it, or it is no regular file.</exception>
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

            // One that was replaced before the lock was taken is nobody's any more.
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

    /// <summary>Whether a file could not be opened because another one has it.</summary>
    public static bool IsHeldByAnother(IOException exception) => exception.HResult is HeldOnLinux or HeldOnMacOS or HeldOnWindows;

    /// <summary>Where a symbolic link leads: what is beside the file must be beside the file itself.</summary>
    public static string Follow(string path)
    {
        FileInfo file = new(path);
        return file.LinkTarget is null ? path : file.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
    }

    /// <summary>Opens a file that only this user can read: customers' texts and numbers are in it.</summary>
    public static FileStream OpenStream(string path, FileMode mode)
    {
        FileStreamOptions options = new() { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.Read | FileShare.Delete, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new(path, options);
    }

    /// <summary>Tells who needs the file that another one has it.</summary>
    public static IOException InUse(string path, Exception? exception = null) => new(
        $"The dead letters in \"{path}\" are in use by another process, or by another FileDeadLetterStore of this one. Give each " +
        "process a file of its own (DeadLetters:Path in the section of the webhooks), or keep the letters of all in a database.",
        exception);

    /// <summary>Tells who needs the file that it cannot be one.</summary>
    public static IOException Unfit(string path, string problem, Exception? exception = null) => new(
        $"\"{path}\" cannot keep dead letters. {problem}. Set DeadLetters:Path in the section of the webhooks to a regular file on a file " +
        "system that knows locks, or to one that does not exist yet.",
        exception);

    /// <summary>Whether the path leads to this file, and it has the length.</summary>
    /// <remarks>Another one differs in length or time as soon as this one was written to.</remarks>
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

    /// <summary>Refuses pipes and devices: some have no end, others keep nothing.</summary>
    private void RequireRegular()
    {
        try
        {
            if (RandomAccess.GetLength(Handle) == 0)
            {
                // Of all that is open with no length, only a regular file takes one.
                RandomAccess.SetLength(Handle, 0);
            }
        }
        catch (Exception exception) when (exception is IOException or NotSupportedException or ArgumentException or UnauthorizedAccessException)
        {
            throw Unfit(Path, "It is a pipe, a device or something else that is no regular file", exception);
        }
    }
}
