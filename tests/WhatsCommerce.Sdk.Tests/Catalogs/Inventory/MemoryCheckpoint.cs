using WhatsCommerce.Catalogs;

namespace WhatsCommerce.Sdk.Tests.Catalogs.Inventory;

/// <summary>A checkpoint that the test can look into.</summary>
internal sealed class MemoryCheckpoint : IUploadCheckpointStore
{
    public UploadCheckpoint? Saved { get; private set; }

    public int Saves { get; private set; }

    public ValueTask<UploadCheckpoint?> LoadAsync(CancellationToken cancellationToken = default) => new(Saved);

    public ValueTask SaveAsync(UploadCheckpoint checkpoint, CancellationToken cancellationToken = default)
    {
        Saved = checkpoint;
        Saves++;
        return default;
    }

    public ValueTask ClearAsync(CancellationToken cancellationToken = default)
    {
        Saved = null;
        return default;
    }
}
