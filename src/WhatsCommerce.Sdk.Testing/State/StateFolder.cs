namespace WhatsCommerce.Testing;

/// <summary>The folder that one emulator at a time keeps its state in: the file, written as a whole or not at all, and a lock.</summary>
internal sealed class StateFolder : IDisposable
{
    /// <summary>A file that is larger was not written here.</summary>
    private const long MaxBytes = 1024L * 1024 * 1024;

    private readonly FileStream _lock;

    private StateFolder(string path, FileStream heldLock)
    {
        File = Path.Combine(path, "state.json");
        _lock = heldLock;
    }

    public string File { get; }

    /// <summary>Takes the folder, and makes it when it is missing.</summary>
    /// <exception cref="IOException">Another emulator has it, or it cannot be written to.</exception>
    public static StateFolder Take(string path)
    {
        string full = Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(full);
            return new(full, new FileStream(Path.Combine(full, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new IOException(
                $"The state folder {full} cannot be taken: {exception.Message} When another emulator uses it, stop that one or take "
                    + "another folder.",
                exception);
        }
    }

    /// <summary>The folder of the files that messages show, each under its id.</summary>
    public string Media => Path.Combine(Path.GetDirectoryName(File)!, "media");

    /// <summary>The saved state; <see langword="null"/> at the first start.</summary>
    /// <exception cref="InvalidDataException">The file is too large.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public byte[]? Read()
    {
        FileInfo file = new(File);
        return !file.Exists ? null
            : file.Length > MaxBytes ? throw new InvalidDataException("it has more than 1 GB")
            : System.IO.File.ReadAllBytes(File);
    }

    /// <summary>
    /// Writes a file beside the old one, and puts it in its place as a whole: a process that is killed leaves one or the other.
    /// </summary>
    /// <exception cref="IOException">It cannot be written, or is larger than what can be read back.</exception>
    public void Write(ReadOnlySpan<byte> content)
    {
        if (content.Length > MaxBytes)
        {
            throw new IOException("The state has more than 1 GB.");
        }

        string next = File + ".new";
        using (FileStream stream = new(next, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            stream.Write(content);
        }

        System.IO.File.Move(next, File, overwrite: true);
    }

    /// <summary>Waits until the file is on the disk, so that it also survives a machine that fails.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Flush()
    {
        using FileStream stream = new(File, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        stream.Flush(flushToDisk: true);
    }

    public void Dispose() => _lock.Dispose();
}
