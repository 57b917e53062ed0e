namespace WhatsCommerce.Catalogs;

/// <summary>Stores a checkpoint in a file, which is replaced atomically each time.</summary>
/// <param name="path">The file; it need not exist, but its folder must. Do not share it between uploads.</param>
public sealed class FileUploadCheckpointStore(string path) : IUploadCheckpointStore
{
    private readonly string _path = !string.IsNullOrWhiteSpace(path)
        ? Path.GetFullPath(path)
        : throw new ArgumentException("The path is blank; pass the path of the checkpoint file.", nameof(path));

    /// <inheritdoc/>
    public async ValueTask<UploadCheckpoint?> LoadAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            FileStream file = File.OpenRead(_path);
            await using (file.ConfigureAwait(false))
            {
                return await JsonSerializer.DeserializeAsync(file, CatalogsJson.Default.UploadCheckpoint, cancellationToken)
                    .ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (exception is FileNotFoundException or JsonException)
        {
            // Without a readable checkpoint the upload starts again, which sends much twice but does no harm.
            return null;
        }
    }

    /// <inheritdoc/>
    public async ValueTask SaveAsync(UploadCheckpoint checkpoint, CancellationToken cancellationToken = default)
    {
        string next = _path + ".next";
        FileStream file = File.Create(next);
        await using (file.ConfigureAwait(false))
        {
            await JsonSerializer.SerializeAsync(file, checkpoint, CatalogsJson.Default.UploadCheckpoint, cancellationToken)
                .ConfigureAwait(false);
            file.Flush(flushToDisk: true);
        }

        File.Move(next, _path, overwrite: true);
    }

    /// <inheritdoc/>
    public ValueTask ClearAsync(CancellationToken cancellationToken = default)
    {
        File.Delete(_path + ".next");
        File.Delete(_path);
        return default;
    }
}
