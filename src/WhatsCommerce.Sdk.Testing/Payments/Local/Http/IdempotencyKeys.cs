namespace WhatsCommerce.Testing;

/// <summary>The stored responses by idempotency key. Used under the lock of the provider.</summary>
internal sealed class IdempotencyKeys(TimeProvider time, int limit)
{
    private readonly OrderedDictionary<string, Kept> _kept = new(StringComparer.Ordinal);
    private readonly HashSet<string> _running = new(StringComparer.Ordinal);

    /// <summary>Marks a key as in use; false when a request with it is running.</summary>
    public bool TryEnter(string key) => _running.Add(key);

    public void Leave(string key) => _running.Remove(key);

    /// <summary>Finds the response of a key, unless it has expired.</summary>
    /// <param name="key">The key.</param>
    /// <param name="request">The current request.</param>
    /// <param name="isSame">Whether the request equals the first request with the key.</param>
    public LocalResponse? Find(string key, LocalRequest request, out bool isSame)
    {
        isSame = false;
        if (!_kept.TryGetValue(key, out Kept? kept))
        {
            return null;
        }

        if (kept.Until <= time.GetUtcNow())
        {
            _kept.Remove(key);
            return null;
        }

        isSame = kept.Call == request.Call && kept.Hash.AsSpan().SequenceEqual(SHA256.HashData(request.Body));
        return kept.Response;
    }

    public void Keep(string key, LocalRequest request, LocalResponse response, TimeSpan lifetime)
    {
        _kept[key] = new(request.Call, SHA256.HashData(request.Body), response, time.GetUtcNow() + lifetime);
        if (_kept.Count > limit)
        {
            _kept.RemoveAt(0);
        }
    }

    private sealed record Kept(string Call, byte[] Hash, LocalResponse Response, DateTimeOffset Until);
}
