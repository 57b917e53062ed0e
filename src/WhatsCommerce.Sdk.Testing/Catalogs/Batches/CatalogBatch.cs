namespace WhatsCommerce.Testing;

/// <summary>Changes that a catalog has taken on and works on for a while.</summary>
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

    /// <summary>What is left to do; nothing once it has ended.</summary>
    public List<ItemChange> Changes { get; private set; } = changes;

    /// <summary>How it ends, when it is not to end well: <c>canceled</c>, <c>error</c>, or never (an empty text).</summary>
    public string? Fate { get; set; }

    /// <summary>A word of Meta's: scheduled, dispatched, started, finished, canceled, error.</summary>
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

/// <summary>What is wrong with one item of a batch or a feed.</summary>
internal sealed record ItemProblem(int Line, string RetailerId, string Message);
