namespace WhatsCommerce.Catalogs;

/// <summary>A place that remembers how far one upload came.</summary>
public interface IUploadCheckpointStore
{
    /// <summary>Gives what was last saved.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The checkpoint; <see langword="null"/> when there is none, or none that can be read.</returns>
    ValueTask<UploadCheckpoint?> LoadAsync(CancellationToken cancellationToken = default);

    /// <summary>Replaces what was last saved. A crash leaves the one or the other, never a half.</summary>
    /// <param name="checkpoint">The checkpoint.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    ValueTask SaveAsync(UploadCheckpoint checkpoint, CancellationToken cancellationToken = default);

    /// <summary>Forgets it: the upload is through.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    ValueTask ClearAsync(CancellationToken cancellationToken = default);
}
