namespace WhatsCommerce.Sdk.Tests.Media;

/// <summary>A stream that can only be read forward, as one from a network.</summary>
internal class PlainStream(byte[] content) : Stream
{
    private int _position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        int read = Math.Min(count, content.Length - _position);
        content.AsSpan(_position, read).CopyTo(buffer.AsSpan(offset));
        _position += read;
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

/// <summary>A stream that breaks in the middle.</summary>
internal sealed class BrokenStream() : PlainStream([])
{
    public override int Read(byte[] buffer, int offset, int count) => throw new IOException("The disk is gone.");
}

/// <summary>A file of zeros that knows its length and whether anybody read it.</summary>
internal class SizedStream(long length) : PlainStream([])
{
    private long _position;

    public bool WasRead => _position > 0;

    public override bool CanSeek => true;

    public override long Length => length;

    public override long Position
    {
        get => _position;
        set => _position = value;
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        int read = (int)Math.Min(count, length - _position);
        buffer.AsSpan(offset, read).Clear();
        _position += read;
        return read;
    }
}

/// <summary>Notes how far it was read ahead of what was written.</summary>
internal sealed class PacedSource(long length) : SizedStream(length)
{
    public long Written { get; set; }

    public long MaxAhead { get; private set; }

    public override int Read(byte[] buffer, int offset, int count)
    {
        MaxAhead = Math.Max(MaxAhead, Position - Written);
        return base.Read(buffer, offset, count);
    }
}

/// <summary>Gives each piece that is written to a function.</summary>
internal sealed class CountingStream(Action<ReadOnlyMemory<byte>> written) : PlainStream([])
{
    public override bool CanWrite => true;

    public override void Write(byte[] buffer, int offset, int count) => written(buffer.AsMemory(offset, count));
}
