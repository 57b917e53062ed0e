namespace WhatsCommerce.Testing;

/// <summary>The body of a webhook, which takes on the entries of others until it is sent. Thread-safe.</summary>
internal sealed class WebhookBody
{
    /// <summary>The maximum size of a body in bytes. Source: Meta, webhooks/overview.</summary>
    public const int MaxBytes = 3 * 1024 * 1024;

    private readonly Lock _gate = new();
    private readonly List<byte[]> _parts;
    private readonly int _maxUpdates;
    private int _length;
    private int _updates;

    /// <summary>Begins with a whole body.</summary>
    /// <param name="first">The JSON.</param>
    /// <param name="maxUpdates">How many updates there may be.</param>
    /// <param name="updates">How many it holds already.</param>
    public WebhookBody(byte[] first, int maxUpdates, int updates = 1)
    {
        _parts = [first];
        _updates = updates;
        _length = first.Length;
        _maxUpdates = maxUpdates;
    }

    /// <summary>The text before the entries.</summary>
    public static ReadOnlySpan<byte> Beginning => "{\"object\":\"whatsapp_business_account\",\"entry\":["u8;

    /// <summary>The text after the entries.</summary>
    public static ReadOnlySpan<byte> End => "]}"u8;

    public int Updates
    {
        get
        {
            lock (_gate)
            {
                return _updates;
            }
        }
    }

    public int Length
    {
        get
        {
            lock (_gate)
            {
                return _length;
            }
        }
    }

    /// <summary>Takes on the entries of another body, if there is room.</summary>
    /// <returns>By how many bytes this one has grown; 0 when there is no room.</returns>
    public int Join(byte[] other)
    {
        lock (_gate)
        {
            int more = other.Length - Beginning.Length - End.Length + 1;
            if (_updates >= _maxUpdates || _length + more > MaxBytes)
            {
                return 0;
            }

            _parts.Add(other);
            _updates++;
            _length += more;
            return more;
        }
    }

    /// <summary>The body with everything that it has taken on so far.</summary>
    public byte[] ToArray()
    {
        lock (_gate)
        {
            if (_parts.Count > 1)
            {
                byte[] whole = Merge();
                _parts.Clear();
                _parts.Add(whole);
            }

            return _parts[0];
        }
    }

    private byte[] Merge()
    {
        byte[] whole = new byte[_length];
        Beginning.CopyTo(whole);
        int at = Beginning.Length;
        foreach (byte[] part in _parts)
        {
            if (at > Beginning.Length)
            {
                whole[at++] = (byte)',';
            }

            ReadOnlySpan<byte> entries = part.AsSpan()[Beginning.Length..^End.Length];
            entries.CopyTo(whole.AsSpan(at));
            at += entries.Length;
        }

        End.CopyTo(whole.AsSpan(at));
        return whole;
    }
}
