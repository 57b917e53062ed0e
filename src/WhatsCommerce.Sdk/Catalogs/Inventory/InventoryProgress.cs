namespace WhatsCommerce.Catalogs;

/// <summary>How far an upload is.</summary>
public sealed record InventoryProgress
{
    /// <summary>Changes read from the source, those of an earlier run included.</summary>
    public required long Read { get; init; }

    /// <summary>Changes that Meta took, those of an earlier run included.</summary>
    public required long Accepted { get; init; }

    /// <summary>Changes that were refused, here or by Meta, those of an earlier run included.</summary>
    public required long Rejected { get; init; }

    /// <summary>How many changes an earlier run had settled.</summary>
    public required long Resumed { get; init; }

    /// <summary>Since this run began.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>Changes of which the outcome is known.</summary>
    public long Settled => Accepted + Rejected;

    /// <summary>How many changes this run settled in a second.</summary>
    public double ItemsPerSecond => Elapsed > TimeSpan.Zero ? Math.Max(0, Settled - Resumed) / Elapsed.TotalSeconds : 0;
}
