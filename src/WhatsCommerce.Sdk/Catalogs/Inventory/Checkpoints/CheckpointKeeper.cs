namespace WhatsCommerce.Catalogs;

/// <summary>Saves the progress of an upload. Does nothing without a store.</summary>
internal sealed class CheckpointKeeper(IUploadCheckpointStore? place, CatalogId catalog, UploadLedger ledger) : IDisposable
{
    private readonly SemaphoreSlim _saving = new(1, 1);
    private long _earlier;
    private long _saved;

    /// <summary>Gets the checkpoint of an earlier run; one at position 0 when there is none for this catalog.</summary>
    public async Task<UploadCheckpoint> LoadAsync(CancellationToken cancellationToken)
    {
        if (place is null
            || await place.LoadAsync(cancellationToken).ConfigureAwait(false) is not { Position: > 0 } earlier
            || earlier.CatalogId != catalog.Value)
        {
            return new();
        }

        _earlier = earlier.Position;
        return earlier;
    }

    /// <summary>Saves the current progress, one save at a time, so that no checkpoint is replaced by an older one.</summary>
    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        if (place is null)
        {
            return;
        }

        await _saving.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (ledger.ToCheckpoint(catalog) is { } checkpoint && checkpoint.Position != _saved)
            {
                await place.SaveAsync(checkpoint, cancellationToken).ConfigureAwait(false);
                _saved = checkpoint.Position;
            }
        }
        finally
        {
            _saving.Release();
        }
    }

    /// <summary>Saves the final position, when no batch is in flight.</summary>
    /// <param name="fingerprint">The hash of all changes that were read.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task SaveLastAsync(SourceFingerprint? fingerprint, CancellationToken cancellationToken)
    {
        // A run that ended before the position of the earlier run has nothing to add to that checkpoint.
        if (place is not null
            && ledger.ToCheckpoint(catalog, fingerprint?.ToString()) is { } checkpoint
            && checkpoint.Position != _saved
            && (checkpoint.Position > _earlier || _saved > 0))
        {
            await place.SaveAsync(checkpoint, cancellationToken).ConfigureAwait(false);
        }
    }

    public ValueTask ClearAsync(CancellationToken cancellationToken) => place?.ClearAsync(cancellationToken) ?? default;

    public void Dispose() => _saving.Dispose();
}
