using Microsoft.Win32.SafeHandles;

namespace WhatsCommerce.Webhooks;

/// <summary>Goes through the lines of a file of any size with a buffer no larger than the longest line that is allowed.</summary>
/// <param name="file">The file.</param>
/// <param name="end">Where to stop, however much the file grows meanwhile.</param>
/// <param name="maxLineBytes">The longest line that is read; longer ones are passed over.</param>
internal sealed class LineScanner(SafeFileHandle file, long end, int maxLineBytes)
{
    /// <summary>What has so many bytes without a line feed is no file of lines, and going through it could take forever.</summary>
    public const long LongestPassedOver = 1024L * 1024 * 1024;

    private byte[] _buffer = new byte[64 * 1024];
    private long _bufferStart;
    private int _start;
    private int _end;

    /// <summary>Where the line begins in the file.</summary>
    public long Offset { get; private set; }

    /// <summary>How many bytes it takes in the file, its end included.</summary>
    public long Length { get; private set; }

    /// <summary>The line without its end; empty when it is longer than allowed. Good until the next one.</summary>
    public ReadOnlyMemory<byte> Line { get; private set; }

    /// <summary>Whether a line feed follows; only the last line of a file can lack it.</summary>
    public bool IsEnded { get; private set; }

    /// <summary>Whether it is longer than allowed, so that it was passed over.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>Goes to the next line; false at the file's end.</summary>
    /// <exception cref="InvalidDataException">The line goes on and on.</exception>
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
                throw new InvalidDataException(FormattableString.Invariant($"More than {LongestPassedOver} bytes without a line feed, from byte {Offset} on"));
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

    // Moves the line to the buffer's beginning; if it fills the buffer, takes a larger one; if that may not be, forgets the line.
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
