namespace WhatsCommerce.Webhooks;

/// <summary>
/// Makes directory entries durable: on Unix the content of a file can be on the disk while its name is not yet in the directory.
/// </summary>
internal static class DurableDirectory
{
    // EINVAL: some network file systems cannot flush a directory, because they have nothing to flush.
    private const int CannotBeFlushed = 22;

    /// <summary>Creates the directory and its missing parents, readable by the current user only.</summary>
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

    /// <summary>Flushes the entries of the directory to the disk. Does nothing on Windows, which does this itself.</summary>
    /// <exception cref="IOException">The flush failed.</exception>
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

// Generated marshalling needs unsafe code, for three calls with nothing to marshal. The C library is not deployed with the app.
#pragma warning disable SYSLIB1054, CA5392, CA2101
    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static extern int FSync(int file);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    private static extern int Close(int file);
#pragma warning restore SYSLIB1054, CA5392, CA2101
}
