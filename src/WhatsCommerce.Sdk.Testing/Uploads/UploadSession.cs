namespace WhatsCommerce.Testing;

/// <summary>A resumable upload: what was announced, and what has arrived.</summary>
internal sealed class UploadSession(long number, int length, string contentType, string fileName, DateTimeOffset at)
{
    private readonly Lock _gate = new();
    private readonly byte[] _content = new byte[length];
    private int _arrived;

    public long Number => number;

    /// <summary>The id as Graph gives it: with a signature, which is a parameter of its own in the calls that follow.</summary>
    public string Id => string.Create(CultureInfo.InvariantCulture, $"{Node}?sig=ARZlocal{Number}");

    /// <summary>The id in the path of those calls.</summary>
    public string Node => string.Create(CultureInfo.InvariantCulture, $"upload:MTpsb2NhbDo{Number}");

    public string ContentType => contentType;

    public string FileName => fileName;

    public DateTimeOffset At => at;

    public int Length => length;

    public ReadOnlyMemory<byte> Content => _content;

    public int Arrived
    {
        get
        {
            lock (_gate)
            {
                return _arrived;
            }
        }
    }

    /// <summary>Takes the next bytes; false when they do not begin where the last ones ended, or are more than was announced.</summary>
    public bool Take(long offset, ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
        {
            if (offset != _arrived || bytes.Length > length - _arrived)
            {
                return false;
            }

            bytes.CopyTo(_content.AsSpan(_arrived));
            _arrived += bytes.Length;
            return true;
        }
    }
}
