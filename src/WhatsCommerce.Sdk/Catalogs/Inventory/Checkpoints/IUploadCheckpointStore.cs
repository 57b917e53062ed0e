namespace WhatsCommerce.Catalogs;

/// <summary>Stores the progress of one upload.</summary>
public interface IUploadCheckpointStore
{
    /// <summary>Loads the last checkpoint.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The checkpoint; <see langword="null"/> when there is none, or none that can be read.</returns>
    ValueTask<UploadCheckpoint?> LoadAsync(CancellationToken cancellationToken = default);

    /// <summary>Replaces the last checkpoint atomically: a crash leaves either the old or the new one.</summary>
    /// <param name="checkpoint">The checkpoint.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    ValueTask SaveAsync(UploadCheckpoint checkpoint, CancellationToken cancellationToken = default);

    /// <summary>Deletes the checkpoint, because the upload is complete.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    ValueTask ClearAsync(CancellationToken cancellationToken = default);
}
