namespace WhatsCommerce.Webhooks;

/// <summary>Looks up tenants in the directory, and caches the results within limits.</summary>
/// <remarks>
/// Concurrent lookups of the same tenant share one call. No result is used for longer than the options say, and failures are not cached.
/// </remarks>
internal sealed class TenantLookup(IWhatsCommerceTenantDirectory directory, IOptions<WebhookTenantOptions> configured, TimeProvider time)
    : IDisposable
{
    /// <summary>How often a tenant is looked up again because a signature matches none of its secrets.</summary>
    private static readonly TimeSpan LeastAge = TimeSpan.FromSeconds(1);

    private readonly WebhookTenantOptions _options = configured.Value;
    private readonly Lock _gate = new();
    private readonly BoundedCache<WhatsCommerceTenant> _known = new(configured.Value.MaxCached);
    private readonly BoundedCache<bool> _unknown = new(configured.Value.MaxCached);
    private readonly Dictionary<TenantKey, Task<WhatsCommerceTenant?>> _asked = [];
    private readonly SemaphoreSlim _places = new(configured.Value.MaxConcurrentLookups);

    public ForeignEvents Foreign => _options.ForeignEvents;

    /// <summary>Finds a tenant.</summary>
    /// <exception cref="TenantLookupException">The directory failed, or did not respond in time.</exception>
    public ValueTask<WhatsCommerceTenant?> FindAsync(TenantKey key, CancellationToken cancellationToken) =>
        FindAsync(key, _options.CacheTime, cancellationToken);

    /// <summary>Finds the current tenant, bypassing the cache unless it was looked up a moment ago.</summary>
    /// <exception cref="TenantLookupException">The directory failed, or did not respond in time.</exception>
    public ValueTask<WhatsCommerceTenant?> FindAnewAsync(TenantKey key, CancellationToken cancellationToken) =>
        FindAsync(key, _options.CacheTime < LeastAge ? _options.CacheTime : LeastAge, cancellationToken);

    public void Dispose() => _places.Dispose();

    private ValueTask<WhatsCommerceTenant?> FindAsync(TenantKey key, TimeSpan oldest, CancellationToken cancellationToken)
    {
        if (!key.IsPossible)
        {
            return default;
        }

        Task<WhatsCommerceTenant?>? asked;
        lock (_gate)
        {
            if (_known.TryGet(key, out WhatsCommerceTenant? known, out long at) && time.GetElapsedTime(at) < oldest)
            {
                return new(known);
            }

            if (_unknown.TryGet(key, out _, out at) && time.GetElapsedTime(at) < _options.UnknownCacheTime)
            {
                return default;
            }

            if (!_asked.TryGetValue(key, out asked))
            {
                asked = Task.Run(() => AskAsync(key), CancellationToken.None);
                _asked.Add(key, asked);
            }
        }

        return new(asked.WaitAsync(cancellationToken));
    }

    /// <remarks>Canceled by the timeout only: several callers may wait for the result.</remarks>
    private async Task<WhatsCommerceTenant?> AskAsync(TenantKey key)
    {
        // Taken before the call: the result is at least as new.
        long now = time.GetTimestamp();
        WhatsCommerceTenant? found = null;
        bool hasResponse = false;
        try
        {
            using CancellationTokenSource end = new(_options.LookupTimeout, time);
            await _places.WaitAsync(end.Token).ConfigureAwait(false);
            try
            {
                ValueTask<WhatsCommerceTenant?> asked = key.Id is { } id
                    ? directory.FindAsync(id, end.Token)
                    : directory.FindAsync(new TenantRoute { PhoneNumberId = key.Number, BusinessAccountId = key.Account }, end.Token);
                found = await asked.AsTask().WaitAsync(end.Token).ConfigureAwait(false);
            }
            finally
            {
                _places.Release();
            }

            found = Belongs(key, found) ? found : null;
            hasResponse = true;
            return found;
        }
        catch (Exception exception)
        {
            // Whatever the directory throws: the tenant is unknown now.
            throw new TenantLookupException(exception is OperationCanceledException
                ? "The directory of tenants did not answer in time."
                : "The directory of tenants failed.", exception);
        }
        finally
        {
            lock (_gate)
            {
                _asked.Remove(key);
                if (hasResponse)
                {
                    Remember(key, found, now);
                }
            }
        }
    }

    private void Remember(TenantKey key, WhatsCommerceTenant? found, long now)
    {
        if (found is not null)
        {
            _known.Set(key, found, now);
            _unknown.Remove(key);
        }
        else
        {
            _known.Remove(key);
            _unknown.Set(key, value: true, now);
        }
    }

    /// <summary>Whether a result fits the key: a directory that ignores half of a route must not mix up tenants.</summary>
    private static bool Belongs(TenantKey key, WhatsCommerceTenant? found) => found is not null && (key.Id is { } id
        ? found.Id == id
        : found.Owns(new TenantRoute { PhoneNumberId = key.Number, BusinessAccountId = key.Account }));
}
