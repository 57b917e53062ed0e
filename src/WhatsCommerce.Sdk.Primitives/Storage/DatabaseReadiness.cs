namespace WhatsCommerce;

/// <summary>
/// Sees to it once, at the start of an app with a host and else before the first statement, that the tables are there. What failed is tried
/// again.
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
