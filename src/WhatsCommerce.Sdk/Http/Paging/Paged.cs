namespace WhatsCommerce;

/// <summary>
/// Represents a list that Meta returns page by page: enumerate its items with <c>await foreach</c>, or its pages with their cursors.
/// </summary>
/// <remarks>
/// No request is sent before it is enumerated, and at most one page is in memory. Each enumeration sends the requests again. Items that
/// change at Meta during an enumeration may be missed or returned twice. Source: Meta, graph-api/results.
/// </remarks>
/// <typeparam name="T">The type of the items.</typeparam>
public abstract class Paged<T> : IAsyncEnumerable<T>
{
    /// <summary>Initializes the list; for the SDK and for test doubles.</summary>
    protected Paged() { }

    /// <summary>Creates a list of given pages, for your own tests.</summary>
    /// <param name="pages">The pages.</param>
#pragma warning disable CA1000 // For a test double the type of the items is what the call is about.
    public static Paged<T> FromPages(params IReadOnlyList<Page<T>> pages)
#pragma warning restore CA1000
    {
        ArgumentNullException.ThrowIfNull(pages);
        return new Given(pages);
    }

    /// <summary>Gets the pages, with their cursors.</summary>
    /// <param name="after">
    /// The <see cref="Page{T}.After"/> of the page after which to continue; <see langword="null"/> to begin at the first page.
    /// </param>
    /// <param name="pageSize">
    /// The maximum number of items of a page; Meta may return fewer. <see langword="null"/> for the default of the list.
    /// </param>
    /// <param name="cancellationToken">Cancels the rest of it.</param>
    /// <exception cref="GraphPagingException">
    /// The cursor is no longer valid, or the cursors form a cycle: list again from the beginning.
    /// </exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public abstract IAsyncEnumerable<Page<T>> AsPages(
        string? after = null, int? pageSize = null, CancellationToken cancellationToken = default);

    /// <summary>Gets the items of all pages.</summary>
    /// <param name="cancellationToken">Cancels the rest of it.</param>
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        ItemsAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);

    private async IAsyncEnumerable<T> ItemsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (Page<T> page in AsPages(cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            foreach (T item in page.Items)
            {
                yield return item;
            }
        }
    }

    private sealed class Given(IReadOnlyList<Page<T>> pages) : Paged<T>
    {
        public override async IAsyncEnumerable<Page<T>> AsPages(
            string? after = null, int? pageSize = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            int first = after is null ? 0 : pages.Select(page => page.After).ToList().IndexOf(after) + 1;
            foreach (Page<T> page in pages.Skip(first))
            {
                cancellationToken.ThrowIfCancellationRequested();
                await Task.CompletedTask.ConfigureAwait(false);
                yield return page;
            }
        }
    }
}
