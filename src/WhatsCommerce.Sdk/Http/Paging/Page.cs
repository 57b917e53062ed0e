namespace WhatsCommerce;

/// <summary>One page of a list, as one answer of Meta's brought it.</summary>
/// <typeparam name="T">What is listed.</typeparam>
public sealed class Page<T>
{
    /// <summary>Makes a page; for your own tests, see <see cref="Paged{T}.FromPages"/>.</summary>
    /// <param name="items">What is on it; may be empty, also when other pages follow.</param>
    /// <param name="before">The cursor of its beginning.</param>
    /// <param name="after">The cursor of its end.</param>
    /// <param name="hasNext">Whether another page follows.</param>
    public Page(IReadOnlyList<T> items, string? before = null, string? after = null, bool hasNext = false)
    {
        ArgumentNullException.ThrowIfNull(items);
        Items = items;
        Before = before;
        After = after;
        HasNext = hasNext;
    }

    /// <summary>What is on the page; may be empty, also when other pages follow.</summary>
    public IReadOnlyList<T> Items { get; }

    /// <summary>
    /// The items of the page that Meta gave in another shape than it documents, with their ids and unchanged. Those that could be read
    /// in part are in <see cref="Items"/> too. A warning is logged of them. At most 1,000.
    /// </summary>
    public IReadOnlyList<MalformedItem> Malformed { get; init; } = [];

    /// <summary>The cursor of its beginning.</summary>
    public string? Before { get; }

    /// <summary>
    /// The cursor of its end: with it, <see cref="Paged{T}.AsPages"/> goes on behind this page. Meta lets cursors expire; do not keep one
    /// for long.
    /// </summary>
    public string? After { get; }

    /// <summary>Whether another page follows. Meta names a cursor on the last page too.</summary>
    public bool HasNext { get; }
}
