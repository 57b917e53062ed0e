using Microsoft.Win32.SafeHandles;

namespace WhatsCommerce.Webhooks;

/// <summary>
/// Prevents other processes from writing to an open file, by a lock on the file itself: there is no name that could be deleted or replaced.
/// </summary>
/// <remarks>
/// Does nothing on Windows, where a file that is open for writing cannot be opened for writing again. Linux has locks of an open file
/// description, which do not affect programs that only read. Other Unix systems use the lock that .NET takes for reading as well: .NET
/// readers are refused while it is held.
/// </remarks>
internal static class WriterLock
{
    private const int SetLockOfOpenFile = 37;
    private const short ForWriting = 1;
    private const short ForNothing = 2;
    private const int ExclusiveAtOnce = 2 | 4;
    private const int ReleaseLock = 8;

    // EACCES and EAGAIN on Linux; EWOULDBLOCK on macOS.
    private static readonly int[] HeldByAnother = OperatingSystem.IsLinux() ? [11, 13] : [35];

    private static bool HasLocksOfOpenFiles => OperatingSystem.IsLinux() && Environment.Is64BitProcess;

    /// <summary>Takes the lock.</summary>
    /// <returns><see langword="true"/> if the lock is taken; <see langword="false"/> if another process holds it.</returns>
    /// <exception cref="NotSupportedException">The file system does not support locks.</exception>
    public static bool TryTake(SafeFileHandle file) => OperatingSystem.IsWindows() || Use(file, static descriptor =>
        HasLocksOfOpenFiles ? TryTakeOnLinux(descriptor) : TryTakeElsewhere(descriptor));

    /// <summary>
    /// Releases the lock before the file is closed: a child process that is being started may have inherited the open file.
    /// </summary>
    public static void Release(SafeFileHandle file)
    {
        if (!OperatingSystem.IsWindows())
        {
            _ = Use(file, static descriptor =>
            {
                // Releases locks of both kinds, since the older kind may have been taken.
                Region all = new() { Type = ForNothing };
                bool isReleased = HasLocksOfOpenFiles && Control(descriptor, SetLockOfOpenFile, ref all) == 0;
                return Lock(descriptor, ReleaseLock) == 0 || isReleased;
            });
        }
    }

    private static bool Use(SafeFileHandle file, Func<int, bool> use)
    {
        bool isAdded = false;
        file.DangerousAddRef(ref isAdded);
        try
        {
            return use((int)file.DangerousGetHandle());
        }
        finally
        {
            file.DangerousRelease();
        }
    }

    private static bool TryTakeOnLinux(int descriptor)
    {
        Region all = new() { Type = ForWriting };
        if (Control(descriptor, SetLockOfOpenFile, ref all) == 0)
        {
            return true;
        }

        // Some sandboxes and file systems support only the older kind.
        return !HeldByAnother.Contains(Marshal.GetLastPInvokeError()) && TryTakeElsewhere(descriptor);
    }

    private static bool TryTakeElsewhere(int descriptor)
    {
        if (Lock(descriptor, ExclusiveAtOnce) == 0)
        {
            return true;
        }

        int error = Marshal.GetLastPInvokeError();
        return HeldByAnother.Contains(error)
            ? false
            : throw new NotSupportedException($"Its file system does not lock it ({Marshal.GetPInvokeErrorMessage(error)})");
    }

    /// <summary>The C struct of a lock over the whole file, in the layout of 64-bit Linux.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Region
    {
        public short Type;
        public short Whence;
        public long Start;
        public long Length;
        public int Process;
    }

// Generated marshalling needs unsafe code, for two calls with nothing to marshal. The C library is not deployed with the app.
#pragma warning disable SYSLIB1054, CA5392
    [DllImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    private static extern int Control(int file, int command, ref Region region);

    [DllImport("libc", EntryPoint = "flock", SetLastError = true)]
    private static extern int Lock(int file, int operation);
#pragma warning restore SYSLIB1054, CA5392
}
