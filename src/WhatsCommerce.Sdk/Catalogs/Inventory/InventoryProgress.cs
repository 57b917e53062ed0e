namespace WhatsCommerce.Catalogs;

/// <summary>Represents the progress of an upload.</summary>
public sealed record InventoryProgress
{
    /// <summary>The number of changes read from the source, including those of an earlier run.</summary>
    public required long Read { get; init; }

    /// <summary>The number of changes that Meta accepted, including those of an earlier run.</summary>
    public required long Accepted { get; init; }

    /// <summary>The number of changes that the SDK or Meta rejected, including those of an earlier run.</summary>
    public required long Rejected { get; init; }

    /// <summary>The number of changes that an earlier run completed.</summary>
    public required long Resumed { get; init; }

    /// <summary>The time since this run began.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>The number of changes with a known result.</summary>
    public long Settled => Accepted + Rejected;

    /// <summary>The number of changes that this run completed per second.</summary>
    public double ItemsPerSecond => Elapsed > TimeSpan.Zero ? Math.Max(0, Settled - Resumed) / Elapsed.TotalSeconds : 0;
}
