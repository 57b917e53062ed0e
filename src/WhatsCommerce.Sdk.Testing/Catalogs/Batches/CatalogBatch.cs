namespace WhatsCommerce.Testing;

/// <summary>A batch of changes that a catalog has accepted and processes asynchronously.</summary>
internal sealed class CatalogBatch(string handle, EmulatedCatalog catalog, List<ItemChange> changes, bool allowUpsert, DateTimeOffset due)
{
    private readonly List<ItemProblem> _errors = [];
    private readonly List<ItemProblem> _warnings = [];
    private volatile string _status = "started";

    public string Handle => handle;

    public EmulatedCatalog Catalog => catalog;

    public bool AllowUpsert => allowUpsert;

    public int ItemCount { get; } = changes.Count;

    public DateTimeOffset Due => due;

    /// <summary>The remaining changes; empty once the batch has ended.</summary>
    public List<ItemChange> Changes { get; private set; } = changes;

    /// <summary>
    /// The forced outcome: <c>canceled</c>, <c>error</c>, or an empty string for a batch that never ends; null for the normal one.
    /// </summary>
    public string? Fate { get; set; }

    /// <summary>Meta's status: scheduled, dispatched, started, finished, canceled, error.</summary>
    public string Status => _status;

    public IReadOnlyList<ItemProblem> Errors => _errors;

    public IReadOnlyList<ItemProblem> Warnings => _warnings;

    public void Refuse(ItemChange change, string message) => _errors.Add(new(change.Line, change.RetailerId, message));

    public void Warn(ItemChange change, string message) => _warnings.Add(new(change.Line, change.RetailerId, message));

    public void End(string status)
    {
        Changes = [];
        _status = status;
    }
}

/// <summary>An error of one item of a batch or a feed.</summary>
internal sealed record ItemProblem(int Line, string RetailerId, string Message);
