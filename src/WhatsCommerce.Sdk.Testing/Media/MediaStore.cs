namespace WhatsCommerce.Testing;

/// <summary>
/// The media files in memory, up to a total size except for the last file, and their temporary download URLs. Thread-safe.
/// </summary>
internal sealed class MediaStore(CloudApiEmulatorOptions options, IdSequence ids, EmulatorNotices notices)
{
    // Source: Meta, business-phone-numbers/media: "the URL is only valid for 5 minutes".
    private static readonly TimeSpan AddressLife = TimeSpan.FromMinutes(5);

    private readonly Lock _gate = new();
    private readonly Dictionary<long, EmulatedMedia> _byId = [];
    private readonly Queue<long> _oldestFirst = new();
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private long _bytes;

    /// <summary>Stores a file.</summary>
    /// <param name="content">The content, which is not copied.</param>
    /// <param name="mimeType">The content type.</param>
    /// <param name="fileName">The name, if it has one.</param>
    /// <param name="owner">The number whose token can read it; any unless specified.</param>
    public EmulatedMedia Add(ReadOnlyMemory<byte> content, string mimeType, string? fileName, EmulatedNumber? owner = null)
    {
        EmulatedMedia media = new(ids.Next())
        {
            Content = content,
            MimeType = mimeType,
            FileName = fileName,
            At = options.TimeProvider.GetUtcNow(),
            Owner = owner,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(content.Span)),
        };
        Restore(media);
        return media;
    }

    /// <summary>The address of the running server.</summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>The files, the oldest first.</summary>
    public EmulatedMedia[] All
    {
        get
        {
            lock (_gate)
            {
                return [.. _byId.Values.OrderBy(media => media.Number)];
            }
        }
    }

    /// <summary>Restores a file with its id, and discards the oldest files above the size limit.</summary>
    public void Restore(EmulatedMedia media)
    {
        lock (_gate)
        {
            _byId.Add(media.Number, media);
            _oldestFirst.Enqueue(media.Number);
            _bytes += media.Content.Length;
            while (_bytes > options.MediaByteLimit && _byId.Count > 1)
            {
                Forget(_oldestFirst.Dequeue());
                notices.Tell("files", "The oldest files are removed: MediaByteLimit limits how many bytes are stored.");
            }

            // The ids of deleted files are still in the queue.
            while (_oldestFirst.TryPeek(out long oldest) && !_byId.ContainsKey(oldest))
            {
                _oldestFirst.Dequeue();
            }
        }
    }

    public EmulatedMedia? Find(string id)
    {
        lock (_gate)
        {
            return long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
                ? _byId.GetValueOrDefault(number)
                : null;
        }
    }

    public void Delete(EmulatedMedia media)
    {
        lock (_gate)
        {
            Forget(media.Number);
        }
    }

    /// <summary>The path for downloading a file, valid for five minutes.</summary>
    public string PathOf(EmulatedMedia media)
    {
        long expires = (options.TimeProvider.GetUtcNow() + AddressLife).ToUnixTimeSeconds();
        return string.Create(CultureInfo.InvariantCulture, $"/media/{media.Number}?ext={expires}&hash={Sign(media.Id.Value!, expires)}");
    }

    /// <summary>The file for a download URL, while the URL is valid.</summary>
    public EmulatedMedia? Open(string id, string? expires, string? hash) =>
        long.TryParse(expires, NumberStyles.None, CultureInfo.InvariantCulture, out long until)
        && until >= options.TimeProvider.GetUtcNow().ToUnixTimeSeconds()
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(hash ?? ""), Encoding.UTF8.GetBytes(Sign(id, until)))
            ? Find(id)
            : null;

    private void Forget(long number)
    {
        if (_byId.Remove(number, out EmulatedMedia? media))
        {
            _bytes -= media.Content.Length;
        }
    }

    private string Sign(string id, long expires) => Convert.ToHexStringLower(
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}|{expires}"))).AsSpan(0, 16));
}
