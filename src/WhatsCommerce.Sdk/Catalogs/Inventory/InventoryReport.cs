namespace WhatsCommerce.Catalogs;

/// <summary>What became of an upload. With a checkpoint it tells of all its runs together.</summary>
public sealed record InventoryReport
{
    /// <summary>Changes read from the source.</summary>
    public long Read { get; init; }

    /// <summary>Changes that Meta took.</summary>
    public long Accepted { get; init; }

    /// <summary>Changes that were refused, by their place in the source.</summary>
    public IReadOnlyList<RejectedItem> Rejected { get; init; } = [];

    /// <summary>What Meta says against items that it took in this run; a sample where there are many.</summary>
    public IReadOnlyList<ItemProblem> Warnings { get; init; } = [];

    /// <summary>Batches of which the outcome is not known.</summary>
    public IReadOnlyList<UnconfirmedBatch> Unconfirmed { get; init; } = [];

    /// <summary>How many of the changes an earlier run had settled, so that this one passed over them.</summary>
    public long Resumed { get; init; }

    /// <summary>How many batches this run posted, those sent once more included.</summary>
    public int Batches { get; init; }

    /// <summary>How long this run took.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Whether every change is in the catalog.</summary>
    public bool IsComplete => Rejected.Count == 0 && Unconfirmed.Count == 0;
}
