namespace WhatsCommerce;

/// <summary>Represents one page of a list: the items of one response.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
public sealed class Page<T>
{
    /// <summary>Creates a page; for your own tests, see <see cref="Paged{T}.FromPages"/>.</summary>
    /// <param name="items">The items; may be empty even if other pages follow.</param>
    /// <param name="before">The cursor of the page's beginning.</param>
    /// <param name="after">The cursor of the page's end.</param>
    /// <param name="hasNext">Whether another page follows.</param>
    public Page(IReadOnlyList<T> items, string? before = null, string? after = null, bool hasNext = false)
    {
        ArgumentNullException.ThrowIfNull(items);
        Items = items;
        Before = before;
        After = after;
        HasNext = hasNext;
    }

    /// <summary>Gets the items of the page; may be empty even if other pages follow.</summary>
    public IReadOnlyList<T> Items { get; }

    /// <summary>
    /// Gets the items of the page that do not have the shape that Meta documents, unchanged; at most 1,000. Those that could be read in
    /// part are also in <see cref="Items"/>. A warning is logged for them.
    /// </summary>
    public IReadOnlyList<MalformedItem> Malformed { get; init; } = [];

    /// <summary>Gets the cursor of the page's beginning.</summary>
    public string? Before { get; }

    /// <summary>
    /// Gets the cursor of the page's end, with which <see cref="Paged{T}.AsPages"/> continues after this page. Cursors expire at Meta; do
    /// not store them for long.
    /// </summary>
    public string? After { get; }

    /// <summary>Gets whether another page follows. The last page has a cursor too.</summary>
    public bool HasNext { get; }
}
