using System.Runtime.InteropServices;
using Microsoft.Extensions.Logging;
using WhatsCommerce.Diagnostics;

namespace WhatsCommerce.Webhooks;

/// <summary>
/// The open file of a <see cref="FileDeadLetterStore"/>: lines that are only ever appended, and where in it each letter stands. Used by
/// one thread at a time.
/// </summary>
internal sealed class DeadLetterFile : IDisposable
{
    /// <summary>Below this, removed letters are not worth a new file.</summary>
    private const int LeastWaste = 1024 * 1024;

    private readonly Dictionary<UInt128, Place> _letters = [];
    private readonly FileStream _file;
    private readonly string _path;
    private long _length;
    private long _liveBytes;
    private long _leastWaste = LeastWaste;
    private bool _tailIsUncertain;

    private DeadLetterFile(string path)
    {
        _path = path;
        _file = OpenStream(path, FileMode.OpenOrCreate);
    }

    /// <summary>How many letters are kept.</summary>
    public int Count => _letters.Count;

    /// <summary>How many lines are neither a letter nor a removal. They stay where they are.</summary>
    public int UnreadableLines { get; private set; }

    /// <summary>Whether most of the file is of removed letters, so that opening it anew makes it smaller.</summary>
    public bool IsWasteful => _length - _liveBytes > _leastWaste && _length - _liveBytes > _liveBytes;

    /// <summary>Whether the file still has its name: a person may have moved it away.</summary>
    public bool IsThere => File.Exists(_path);

    /// <summary>The letters, the oldest first.</summary>
    public UInt128[] Keys => [.. _letters.OrderBy(letter => letter.Value.Offset).Select(letter => letter.Key)];

    /// <summary>Opens the file, makes it when there is none, mends what a crash left, and gives back the room of removed letters.</summary>
    public static DeadLetterFile Open(string path, ILogger logger)
    {
        string draft = path + ".new";
        string directory = Path.GetDirectoryName(path)!;
        DurableDirectory.Create(directory);
        File.Delete(draft);
        DeadLetterFile file = Load(path, logger);
        if (file.IsWasteful && file.TryWriteDraft(draft, logger))
        {
            file.Dispose();
            File.Move(draft, path, overwrite: true);
            file = Load(path, logger);
        }

        try
        {
            DurableDirectory.Flush(directory);
        }
        catch
        {
            file.Dispose();
            throw;
        }

        return file;
    }

    /// <summary>Writes the changes and returns when they are on the disk. On failure none of them counts.</summary>
    public void Commit(IReadOnlyList<DeadLetterEdit> edits)
    {
        CutUncertainTail();
        Dictionary<UInt128, Place?> changes = [];
        List<ReadOnlyMemory<byte>> lines = [];
        long end = _length;
        foreach (DeadLetterEdit edit in edits)
        {
            bool isKept = changes.TryGetValue(edit.Key, out Place? place) ? place is not null : _letters.ContainsKey(edit.Key);
            if (edit.Apply(isKept))
            {
                lines.Add(edit.Line);
                changes[edit.Key] = edit.Removes ? null : new Place(end, edit.Line.Length);
                end += edit.Line.Length;
            }
        }

        if (lines.Count == 0)
        {
            return;
        }

        // Until the disk has said yes, nobody knows how much of it is there, and what a failed flush leaves in memory is no proof.
        _tailIsUncertain = true;
        RandomAccess.Write(_file.SafeFileHandle, lines, _length);
        RandomAccess.FlushToDisk(_file.SafeFileHandle);
        _tailIsUncertain = false;
        _length = end;
        foreach ((UInt128 key, Place? place) in changes)
        {
            Put(key, place);
        }
    }

    /// <summary>Reads a letter; <see langword="null"/> when it is not kept, or can no longer be read.</summary>
    public DeadLetter? Read(UInt128 key)
    {
        if (!_letters.TryGetValue(key, out Place place))
        {
            return null;
        }

        byte[] line = new byte[place.Length];
        int read = 0;
        for (int more = 1; more > 0 && read < line.Length; read += more)
        {
            more = RandomAccess.Read(_file.SafeFileHandle, line.AsSpan(read), place.Offset + read);
        }

        return DeadLetterLine.TryRead(line.AsSpan(0, read), out DeadLetterLine parsed) && parsed.Key == key ? parsed.Letter : null;
    }

    /// <summary>Throws when a letter could not be written now: writes some bytes behind the last one and cuts them off again.</summary>
    public void Probe()
    {
        CutUncertainTail();
        _tailIsUncertain = true;
        RandomAccess.Write(_file.SafeFileHandle, new byte[4096], _length);
        CutUncertainTail();
    }

    public void Dispose() => _file.Dispose();

    private static DeadLetterFile Load(string path, ILogger logger)
    {
        DeadLetterFile file = new(path);
        try
        {
            file.Load(logger);
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private void Load(ILogger logger)
    {
        LineScanner scanner = new(_file.SafeFileHandle, DeadLetterLine.MaxBytes);
        bool isEnded = true;
        for (int number = 1; scanner.Next(); number++)
        {
            bool isReadable = DeadLetterLine.TryRead(scanner.Line.Span, out DeadLetterLine line);
            if (isReadable)
            {
                Put(line.Key, line.Letter is null ? null : new Place(scanner.Offset, (int)scanner.Length));
            }
            else if (!scanner.IsEnded && !scanner.IsTooLong)
            {
                // A crash came in the middle of writing it, so that nobody was told that it is kept.
                DeadLetterLog.TornLine(logger, _path, scanner.Length);
                RandomAccess.SetLength(_file.SafeFileHandle, scanner.Offset);
                break;
            }
            else
            {
                UnreadableLines++;
                _liveBytes += scanner.Length;
                DeadLetterLog.UnreadableLine(logger, _path, number, scanner.Offset);
            }

            isEnded = scanner.IsEnded;
        }

        _length = RandomAccess.GetLength(_file.SafeFileHandle);
        if (!isEnded)
        {
            RandomAccess.Write(_file.SafeFileHandle, "\n"u8, _length++);
        }

        // What the last process wrote may have been in memory only when it ended, and from now on it counts as kept.
        RandomAccess.FlushToDisk(_file.SafeFileHandle);
    }

    /// <summary>Copies what counts into a new file: letters that are kept, and lines that cannot be read, which a person may mend.</summary>
    /// <returns>Whether it is complete and on the disk. If not, the file goes on as it is.</returns>
    private bool TryWriteDraft(string draft, ILogger logger)
    {
        try
        {
            using FileStream target = OpenStream(draft, FileMode.Create);
            LineScanner scanner = new(_file.SafeFileHandle, DeadLetterLine.MaxBytes);
            while (scanner.Next())
            {
                bool isReadable = DeadLetterLine.TryRead(scanner.Line.Span, out DeadLetterLine line);
                if (!isReadable || (_letters.TryGetValue(line.Key, out Place place) && place.Offset == scanner.Offset))
                {
                    Copy(scanner.Offset, scanner.Length, target);
                }
            }

            target.Flush(flushToDisk: true);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _leastWaste = 2 * (_length - _liveBytes);
            DeadLetterLog.NotCompacted(logger, exception, _path);
            return false;
        }
    }

    private void Copy(long offset, long length, FileStream target)
    {
        byte[] buffer = new byte[Math.Min(length, 64 * 1024)];
        while (length > 0)
        {
            int read = RandomAccess.Read(_file.SafeFileHandle, buffer.AsSpan(0, (int)Math.Min(length, buffer.Length)), offset);
            if (read == 0)
            {
                throw new EndOfStreamException($"The file \"{_path}\" became shorter while it was read.");
            }

            target.Write(buffer, 0, read);
            offset += read;
            length -= read;
        }
    }

    private void Put(UInt128 key, Place? place)
    {
        if (_letters.Remove(key, out Place earlier))
        {
            _liveBytes -= earlier.Length;
        }

        if (place is { } kept)
        {
            _letters.Add(key, kept);
            _liveBytes += kept.Length;
        }
    }

    private void CutUncertainTail()
    {
        if (_tailIsUncertain)
        {
            RandomAccess.SetLength(_file.SafeFileHandle, _length);
            _tailIsUncertain = false;
        }
    }

    // Readable for this user only: customers' texts and numbers are in it.
    private static FileStream OpenStream(string path, FileMode mode)
    {
        FileStreamOptions options = new() { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.Read | FileShare.Delete, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new(path, options);
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Place(long Offset, int Length);
}
