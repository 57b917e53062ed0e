namespace WhatsCommerce.Webhooks;

/// <summary>
/// The open file of a <see cref="FileDeadLetterStore"/>: an append-only file of lines, with an index of where each letter is. Not
/// thread-safe.
/// </summary>
internal sealed class DeadLetterFile : IDisposable
{
    /// <summary>The minimum number of bytes of removed letters for which the file is compacted.</summary>
    private const int LeastWaste = 1024 * 1024;

    /// <summary>The maximum number of unreadable lines that are logged individually.</summary>
    private const int MostToldLines = 20;

    private readonly Dictionary<UInt128, Place> _letters = [];
    private readonly LockedFile _file;
    private long _length;
    private long _liveBytes;
    private long _leastWaste = LeastWaste;
    private bool _tailIsUncertain;
    private bool _isLost;

    private DeadLetterFile(LockedFile file) => _file = file;

    public int Count => _letters.Count;

    /// <summary>Gets the number of lines that are neither a letter nor a removal. They stay in the file.</summary>
    public int UnreadableLines { get; private set; }

    /// <summary>Gets a value indicating whether most of the file is removed letters, so that reopening it compacts it.</summary>
    public bool IsWasteful => _length - _liveBytes > _leastWaste && _length - _liveBytes > _liveBytes;

    /// <summary>Gets the keys of the letters, oldest first.</summary>
    public UInt128[] Keys => [.. _letters.OrderBy(letter => letter.Value.Offset).Select(letter => letter.Key)];

    /// <summary>
    /// Opens the file or creates it, repairs what a crash left behind, and compacts it when most of it is removed letters.
    /// </summary>
    /// <param name="path">The file, or a symbolic link to it.</param>
    /// <param name="takeLockFile">Called once the file itself is locked, before anything in it is read or changed.</param>
    /// <param name="logger">Receives warnings about torn and unreadable lines.</param>
    /// <exception cref="IOException">Another process or store uses the file, or it is not a file that can hold dead letters.</exception>
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
                // The old file stays locked until the new one has replaced it, so that nobody writes to it meanwhile. Windows cannot
                // replace an open file.
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

    /// <summary>
    /// Determines whether the path still leads to this file, unchanged since the last write. Cuts off what a failed write left behind
    /// first.
    /// </summary>
    public bool IsAsLeft(string path)
    {
        if (_isLost || LockedFile.Follow(path) != _file.Path)
        {
            return false;
        }

        CutUncertainTail();
        return _file.IsAtItsPath(_length);
    }

    /// <summary>Writes the changes and returns when they are flushed to the disk. On failure none of them is applied.</summary>
    /// <exception cref="IOException">The write failed, or the file was deleted, moved, replaced or changed during the write.</exception>
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

        // Until the flush succeeds it is unknown how much is on the disk. After a failed flush, what a read returns from the cache proves
        // nothing.
        _tailIsUncertain = true;
        RandomAccess.Write(_file.Handle, lines, _length);
        RandomAccess.FlushToDisk(_file.Handle);
        if (!_file.IsAtItsPath(end))
        {
            _isLost = true;
            throw new IOException(
                $"The dead-letter file \"{_file.Path}\" was deleted, moved, replaced or changed during a write, "
                + "so the write cannot be confirmed.");
        }

        _tailIsUncertain = false;
        _length = end;
        foreach ((UInt128 key, Place? place) in changes)
        {
            Put(key, place);
        }
    }

    /// <summary>Reads a letter. Returns <see langword="null"/> when it is not in the file or can no longer be read.</summary>
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

    /// <summary>Throws when a letter could not be written now: appends some bytes and cuts them off again.</summary>
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
            // A leftover draft only prevents compaction, which logs its own failure.
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
                // A crash interrupted this write, so it was never acknowledged.
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

        // The previous process may have ended before its writes were flushed. From now on these letters count as durable.
        RandomAccess.FlushToDisk(_file.Handle);
    }

    /// <summary>Copies the letters, and the unreadable lines that a person may repair, into a new file.</summary>
    /// <returns>
    /// <see langword="true"/> if the new file is complete and flushed; <see langword="false"/> if the current file stays in use.
    /// </returns>
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
                throw new EndOfStreamException($"The dead-letter file \"{_file.Path}\" was truncated while it was being read.");
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
