namespace WhatsCommerce;

/// <summary>
/// Prepares the tables once, at the start of an app with a host, otherwise before the first statement. A failure is retried.
/// </summary>
internal sealed class DatabaseReadiness(WhatsCommerceDatabase database, bool isDevelopment) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private volatile bool _isReady;

    public Task PrepareAsync(CancellationToken cancellationToken) =>
        _isReady ? Task.CompletedTask : PrepareOnceAsync(cancellationToken);

    public void Dispose() => _turn.Dispose();

    private async Task PrepareOnceAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (!_isReady)
            {
                await database.PrepareAsync(database.Components, isDevelopment, cancellationToken).ConfigureAwait(false);
                _isReady = true;
            }
        }
        finally
        {
            _turn.Release();
        }
    }
}
