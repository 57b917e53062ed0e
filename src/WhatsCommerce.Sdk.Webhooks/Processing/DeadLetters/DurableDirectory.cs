using System.Runtime.InteropServices;
using System.Text;

namespace WhatsCommerce.Webhooks;

/// <summary>Makes the names of files durable: on Unix a file can be on the disk while its name is not yet in its directory.</summary>
internal static class DurableDirectory
{
    // "Invalid argument": some file systems of networks cannot flush a directory, as they have nothing to flush.
    private const int CannotBeFlushed = 22;

    /// <summary>Makes the directory, readable for this user only, and all above it that are not there.</summary>
    public static void Create(string path)
    {
        if (Directory.Exists(path))
        {
            return;
        }

        string? parent = Path.GetDirectoryName(path);
        if (parent is not null)
        {
            Create(parent);
        }

        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            return;
        }

        Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Flush(parent!);
    }

    /// <summary>Returns when the names in the directory are on the disk. Windows sees to that itself.</summary>
    /// <exception cref="IOException">The disk refuses.</exception>
    public static void Flush(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        const int readOnly = 0;
        int directory = Open(Encoding.UTF8.GetBytes(path + '\0'), readOnly);
        int error = directory < 0 || FSync(directory) < 0 ? Marshal.GetLastPInvokeError() : 0;
        if (directory >= 0)
        {
            _ = Close(directory);
        }

        if (error is not (0 or CannotBeFlushed))
        {
            throw new IOException($"The directory \"{path}\" cannot be flushed to the disk: {Marshal.GetPInvokeErrorMessage(error)}.");
        }
    }

#pragma warning disable SYSLIB1054, CA5392, CA2101 // Generated marshalling needs unsafe code, for three calls with nothing to marshal; libc is no file beside the app.
    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static extern int FSync(int file);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    private static extern int Close(int file);
#pragma warning restore SYSLIB1054, CA5392, CA2101
}
