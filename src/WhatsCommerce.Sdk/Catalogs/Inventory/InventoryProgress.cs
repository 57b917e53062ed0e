namespace WhatsCommerce.Catalogs;

/// <summary>How far an upload is.</summary>
/// <param name="Read">Changes read from the source, those of an earlier run included.</param>
/// <param name="Accepted">Changes that Meta took, those of an earlier run included.</param>
/// <param name="Rejected">Changes that were refused, here or by Meta, those of an earlier run included.</param>
/// <param name="Resumed">How many changes an earlier run had settled.</param>
/// <param name="Elapsed">Since this run began.</param>
public sealed record InventoryProgress(long Read, long Accepted, long Rejected, long Resumed, TimeSpan Elapsed)
{
    /// <summary>Changes of which the outcome is known.</summary>
    public long Settled => Accepted + Rejected;

    /// <summary>How many changes this run settled in a second.</summary>
    public double ItemsPerSecond => Elapsed > TimeSpan.Zero ? Math.Max(0, Settled - Resumed) / Elapsed.TotalSeconds : 0;
}
