namespace WhatsCommerce.Catalogs;

/// <summary>How far an upload is.</summary>
/// <param name="Read">Changes read from the source, those of an earlier run included.</param>
/// <param name="Accepted">Changes that Meta took.</param>
/// <param name="Rejected">Changes that were refused, here or by Meta.</param>
/// <param name="BatchesInFlight">Batches on their way.</param>
/// <param name="Elapsed">Since the upload began.</param>
public sealed record InventoryProgress(long Read, long Accepted, long Rejected, int BatchesInFlight, TimeSpan Elapsed)
{
    /// <summary>Changes of which the outcome is known.</summary>
    public long Settled => Accepted + Rejected;

    /// <summary>How many changes were settled in a second of this run.</summary>
    public double ItemsPerSecond => Elapsed > TimeSpan.Zero ? Settled / Elapsed.TotalSeconds : 0;
}
