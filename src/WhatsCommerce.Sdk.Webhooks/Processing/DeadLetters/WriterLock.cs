using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace WhatsCommerce.Webhooks;

/// <summary>Keeps everybody else from writing to an open file, by a lock on the file itself: there is no name to delete or replace.</summary>
/// <remarks>
/// On Windows nobody else can open for writing what is open for writing, so there is nothing to do. Linux has locks of an open file, which
/// programs that only read do not meet. Other Unix systems have the lock that .NET's own readers ask for, too: they are refused meanwhile.
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
    /// <returns>Whether it is taken; false when another one has it.</returns>
    /// <exception cref="NotSupportedException">The file system knows no locks.</exception>
    public static bool TryTake(SafeFileHandle file) => OperatingSystem.IsWindows() || Use(file, static descriptor =>
        HasLocksOfOpenFiles ? TryTakeOnLinux(descriptor) : TryTakeElsewhere(descriptor));

    /// <summary>
    /// Gives the lock back, before the file is closed: a child process that is being started just now may still have it open as well.
    /// </summary>
    public static void Release(SafeFileHandle file)
    {
        if (!OperatingSystem.IsWindows())
        {
            _ = Use(file, static descriptor =>
            {
                // Of both kinds, as it may be the older one.
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

        // Some sandboxes and file systems know only the older kind.
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

    /// <summary>The whole file, as every 64-bit Linux has it in memory.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Region
    {
        public short Type;
        public short Whence;
        public long Start;
        public long Length;
        public int Process;
    }

#pragma warning disable SYSLIB1054, CA5392 // Generated marshalling needs unsafe code, for two calls with nothing to marshal; libc is no file beside the app.
    [DllImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    private static extern int Control(int file, int command, ref Region region);

    [DllImport("libc", EntryPoint = "flock", SetLastError = true)]
    private static extern int Lock(int file, int operation);
#pragma warning restore SYSLIB1054, CA5392
}
