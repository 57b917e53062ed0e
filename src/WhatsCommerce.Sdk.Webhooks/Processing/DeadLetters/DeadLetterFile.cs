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

    /// <summary>Of so many lines that cannot be read a log tells each.</summary>
    private const int MostToldLines = 20;

    private readonly Dictionary<UInt128, Place> _letters = [];
    private readonly LockedFile _file;
    private long _length;
    private long _liveBytes;
    private long _leastWaste = LeastWaste;
    private bool _tailIsUncertain;
    private bool _isLost;

    private DeadLetterFile(LockedFile file) => _file = file;

    /// <summary>How many letters are kept.</summary>
    public int Count => _letters.Count;

    /// <summary>How many lines are neither a letter nor a removal. They stay where they are.</summary>
    public int UnreadableLines { get; private set; }

    /// <summary>Whether most of the file is of removed letters, so that opening it anew makes it smaller.</summary>
    public bool IsWasteful => _length - _liveBytes > _leastWaste && _length - _liveBytes > _liveBytes;

    /// <summary>The letters, the oldest first.</summary>
    public UInt128[] Keys => [.. _letters.OrderBy(letter => letter.Value.Offset).Select(letter => letter.Key)];

    /// <summary>Opens the file, makes it when there is none, mends what a crash left, and gives back the room of removed letters.</summary>
    /// <param name="path">The file, or a symbolic link to it.</param>
    /// <param name="takeLockFile">Called when the file is locked itself, and before anything in it is read or changed.</param>
    /// <param name="logger">Told of torn and unreadable lines.</param>
    /// <exception cref="IOException">Another one uses it, or it is no file that letters can be kept in.</exception>
    public static DeadLetterFile Open(string path, Action takeLockFile, ILogger logger)
    {
        path = LockedFile.Follow(path);
        string draft = path + ".new";
        string directory = Path.GetDirectoryName(path)!;
        DurableDirectory.Create(directory);
        DeadLetterFile file = new(LockedFile.Open(path));
        try
        {
            takeLockFile();
            file.Load(logger);
            DeleteDraft(draft);
            if (file.IsWasteful && file.TryWriteDraft(draft, logger))
            {
                // Nobody else may write to the old file until the new one stands in its place; but Windows moves nothing over an open file.
                if (OperatingSystem.IsWindows())
                {
                    file.Dispose();
                }

                File.Move(draft, path, overwrite: true);
                file.Dispose();
                file = new(LockedFile.Open(path));
                file.Load(logger);
            }

            DurableDirectory.Flush(directory);
            return file;
        }
        catch (InvalidDataException exception)
        {
            file.Dispose();
            throw LockedFile.Unfit(path, exception.Message, exception);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Whether it is the file that the path leads to, as it was left, once what a failure left behind is cut off.</summary>
    public bool IsAsLeft(string path)
    {
        if (_isLost || LockedFile.Follow(path) != _file.Path)
        {
            return false;
        }

        CutUncertainTail();
        return _file.IsAtItsPath(_length);
    }

    /// <summary>Writes the changes and returns when they are on the disk. On failure none of them counts.</summary>
    /// <exception cref="IOException">The disk refuses, or the file was taken away meanwhile.</exception>
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
        RandomAccess.Write(_file.Handle, lines, _length);
        RandomAccess.FlushToDisk(_file.Handle);
        if (!_file.IsAtItsPath(end))
        {
            _isLost = true;
            throw new IOException(
                $"The file of dead letters \"{_file.Path}\" was deleted, moved, replaced or changed while it was written to, so that nobody knows what is kept.");
        }

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
            more = RandomAccess.Read(_file.Handle, line.AsSpan(read), place.Offset + read);
        }

        return DeadLetterLine.TryRead(line.AsSpan(0, read), out DeadLetterLine parsed) && parsed.Key == key ? parsed.Letter : null;
    }

    /// <summary>Throws when a letter could not be written now: writes some bytes behind the last one and cuts them off again.</summary>
    public void Probe()
    {
        CutUncertainTail();
        _tailIsUncertain = true;
        RandomAccess.Write(_file.Handle, new byte[4096], _length);
        CutUncertainTail();
    }

    public void Dispose() => _file.Dispose();

    private static void DeleteDraft(string draft)
    {
        try
        {
            File.Delete(draft);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It is in the way of giving room back, which is told then, and of nothing else.
        }
    }

    private void Load(ILogger logger)
    {
        long length = RandomAccess.GetLength(_file.Handle);
        LineScanner scanner = new(_file.Handle, length, DeadLetterLine.MaxBytes);
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
                DeadLetterLog.TornLine(logger, _file.Path, scanner.Length);
                RandomAccess.SetLength(_file.Handle, length = scanner.Offset);
                break;
            }
            else
            {
                _liveBytes += scanner.Length;
                if (UnreadableLines++ < MostToldLines)
                {
                    DeadLetterLog.UnreadableLine(logger, _file.Path, number, scanner.Offset);
                }
            }

            isEnded = scanner.IsEnded;
        }

        if (UnreadableLines > MostToldLines)
        {
            DeadLetterLog.UnreadableLines(logger, _file.Path, UnreadableLines);
        }

        _length = length;
        if (!isEnded)
        {
            RandomAccess.Write(_file.Handle, "\n"u8, _length++);
        }

        // What the last process wrote may have been in memory only when it ended, and from now on it counts as kept.
        RandomAccess.FlushToDisk(_file.Handle);
    }

    /// <summary>Copies what counts into a new file: letters that are kept, and lines that cannot be read, which a person may mend.</summary>
    /// <returns>Whether it is complete and on the disk. If not, the file goes on as it is.</returns>
    private bool TryWriteDraft(string draft, ILogger logger)
    {
        try
        {
            using FileStream target = LockedFile.OpenStream(draft, FileMode.CreateNew);
            LineScanner scanner = new(_file.Handle, _length, DeadLetterLine.MaxBytes);
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
            DeadLetterLog.NotCompacted(logger, exception, _file.Path);
            return false;
        }
    }

    private void Copy(long offset, long length, FileStream target)
    {
        byte[] buffer = new byte[Math.Min(length, 64 * 1024)];
        while (length > 0)
        {
            int read = RandomAccess.Read(_file.Handle, buffer.AsSpan(0, (int)Math.Min(length, buffer.Length)), offset);
            if (read == 0)
            {
                throw new EndOfStreamException($"The file \"{_file.Path}\" became shorter while it was read.");
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
            RandomAccess.SetLength(_file.Handle, _length);
            _tailIsUncertain = false;
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Place(long Offset, int Length);
}
