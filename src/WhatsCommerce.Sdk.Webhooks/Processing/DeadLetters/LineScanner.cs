using Microsoft.Win32.SafeHandles;

namespace WhatsCommerce.Webhooks;

/// <summary>Reads the lines of a file of any size with a buffer no larger than the longest allowed line.</summary>
/// <param name="file">The file.</param>
/// <param name="end">The offset at which to stop, even if the file grows meanwhile.</param>
/// <param name="maxLineBytes">The longest line that is read, in bytes; longer lines are skipped.</param>
internal sealed class LineScanner(SafeFileHandle file, long end, int maxLineBytes)
{
    /// <summary>
    /// The most bytes that are skipped without a line feed. Such a file is not a text file, and scanning it (a device, say) might never
    /// end.
    /// </summary>
    public const long LongestPassedOver = 1024L * 1024 * 1024;

    private byte[] _buffer = new byte[64 * 1024];
    private long _bufferStart;
    private int _start;
    private int _end;

    /// <summary>Gets the offset at which the line begins.</summary>
    public long Offset { get; private set; }

    /// <summary>Gets the length of the line in the file, in bytes, including its line end.</summary>
    public long Length { get; private set; }

    /// <summary>Gets the line without its line end; empty when it is too long. Valid until the next call of <see cref="Next"/>.</summary>
    public ReadOnlyMemory<byte> Line { get; private set; }

    /// <summary>Gets a value indicating whether the line ends with a line feed; only the last line of a file can lack it.</summary>
    public bool IsEnded { get; private set; }

    /// <summary>Gets a value indicating whether the line is longer than allowed and was skipped.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>Advances to the next line. Returns <see langword="false"/> at the end of the file.</summary>
    /// <exception cref="InvalidDataException">More than <see cref="LongestPassedOver"/> bytes hold no line feed.</exception>
    public bool Next()
    {
        Offset = _bufferStart + _start;
        IsTooLong = false;
        int searched = _start;
        while (true)
        {
            int feed = _buffer.AsSpan(searched, _end - searched).IndexOf((byte)'\n');
            if (feed >= 0)
            {
                return Take(searched + feed, isEnded: true);
            }

            searched = _end;
            if (_end == _buffer.Length)
            {
                searched = MakeRoom();
            }

            if (_bufferStart + _end - Offset > LongestPassedOver)
            {
                throw new InvalidDataException(
                    FormattableString.Invariant($"It has more than {LongestPassedOver} bytes without a line feed, from byte {Offset} on"));
            }

            int room = (int)Math.Min(_buffer.Length - _end, end - _bufferStart - _end);
            int read = RandomAccess.Read(file, _buffer.AsSpan(_end, room), _bufferStart + _end);
            if (read == 0)
            {
                return _bufferStart + _end > Offset && Take(_end, isEnded: false);
            }

            _end += read;
        }
    }

    private bool Take(int end, bool isEnded)
    {
        Line = IsTooLong ? default : _buffer.AsMemory(_start, end - _start);
        IsEnded = isEnded;
        _start = isEnded ? end + 1 : end;
        Length = _bufferStart + _start - Offset;
        return true;
    }

    // Moves the line to the start of the buffer. A line that fills the buffer gets a larger one, up to the limit; beyond that it is
    // discarded.
    private int MakeRoom()
    {
        int kept = _end - _start;
        if (kept >= maxLineBytes)
        {
            IsTooLong = true;
            kept = 0;
        }

        byte[] target = kept == _buffer.Length ? new byte[Math.Min(kept * 2L, maxLineBytes)] : _buffer;
        _buffer.AsSpan(_end - kept, kept).CopyTo(target);
        _buffer = target;
        _bufferStart += _end - kept;
        _start = 0;
        _end = kept;
        return kept;
    }
}
