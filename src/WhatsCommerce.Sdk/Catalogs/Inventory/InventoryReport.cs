namespace WhatsCommerce.Catalogs;

/// <summary>Represents the results of an upload. With a checkpoint, it covers all runs together.</summary>
public sealed record InventoryReport
{
    private const int MostRejectedShown = 3;

    /// <summary>The number of changes read from the source.</summary>
    public long Read { get; init; }

    /// <summary>The number of changes that Meta accepted.</summary>
    public long Accepted { get; init; }

    /// <summary>The rejected changes, by their position in the source.</summary>
    public IReadOnlyList<RejectedItem> Rejected { get; init; } = [];

    /// <summary>Meta's warnings about items that it accepted in this run; a sample if there are many.</summary>
    public IReadOnlyList<ItemProblem> Warnings { get; init; } = [];

    /// <summary>The batches with an unknown outcome.</summary>
    public IReadOnlyList<UnconfirmedBatch> Unconfirmed { get; init; } = [];

    /// <summary>The number of changes that an earlier run completed, and this run skipped.</summary>
    public long Resumed { get; init; }

    /// <summary>The number of batches that this run sent, including repeated ones.</summary>
    public int Batches { get; init; }

    /// <summary>The duration of this run.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Whether every change is in the catalog.</summary>
    public bool IsComplete => Rejected.Count == 0 && Unconfirmed.Count == 0;

    /// <summary>
    /// Returns the counts in one line, and the first rejections: <c>31 read, 29 accepted, 2 rejected; 1 batch in 4.2 s.</c>
    /// </summary>
    public override string ToString()
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{Read} read, {Accepted} accepted, {Rejected.Count} rejected");
        AppendIfAny(text, Unconfirmed.Count, "batch of unknown outcome", "batches of unknown outcome");
        AppendIfAny(text, Warnings.Count, "warning", "warnings");
        AppendIfAny(text, Resumed, "settled by an earlier run", "settled by an earlier run");
        text.Append(CultureInfo.InvariantCulture, $"; {Plural.Of(Batches, "batch", "batches")} in {Elapsed.TotalSeconds:0.#} s.");
        foreach (RejectedItem item in Rejected.Take(MostRejectedShown))
        {
            text.Append(CultureInfo.InvariantCulture, $" #{item.Position} {item}");
        }

        return Rejected.Count > MostRejectedShown
            ? text.Append(CultureInfo.InvariantCulture, $" And {Rejected.Count - MostRejectedShown} more.").ToString()
            : text.ToString();
    }

    private static void AppendIfAny(StringBuilder text, long count, string singular, string plural)
    {
        if (count > 0)
        {
            text.Append(", ").Append(Plural.Of(count, singular, plural));
        }
    }
}
