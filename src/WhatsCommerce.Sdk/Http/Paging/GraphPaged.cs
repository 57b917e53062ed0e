namespace WhatsCommerce.Http;

/// <summary>A list of the Graph API, read page by page.</summary>
/// <remarks>
/// It continues with the cursor alone. The URL in <c>paging.next</c> is never called: it contains a token, and could point anywhere.
/// </remarks>
/// <param name="logger">Logs malformed items.</param>
/// <param name="next">Requests one page: the number of items, and the cursor after which it begins.</param>
/// <param name="ownSize">The default number of items per request.</param>
/// <param name="listing">The cancellation token of the call that created the list.</param>
internal sealed class GraphPaged<T>(
    ILogger logger, Func<int, string?, CancellationToken, Task<PageResponse<T>>> next, int ownSize, CancellationToken listing) : Paged<T>
{
    public override IAsyncEnumerable<Page<T>> AsPages(
        string? after = null, int? pageSize = null, CancellationToken cancellationToken = default)
    {
        if (pageSize is int size)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size, nameof(pageSize));
        }

        return ReadAsync(after, pageSize ?? ownSize, cancellationToken);
    }

    private async IAsyncEnumerable<Page<T>> ReadAsync(string? after, int size, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using CancellationTokenSource both = CancellationTokenSource.CreateLinkedTokenSource(listing, cancellationToken);
        CursorLoop loop = new(after);
        while (true)
        {
            PageResponse<T> response = await next(size, after, both.Token).ConfigureAwait(false);
            Page<T> page = response.ToPage();
            if (page.Malformed is [MalformedItem first, ..])
            {
                Log.MalformedItems(logger, response.Operation, page.Malformed.Count, first.ToString());
            }

            yield return page;
            if (!page.HasNext)
            {
                yield break;
            }

            after = page.After;
            if (string.IsNullOrEmpty(after))
            {
                throw Broken("Meta says that another page follows, and names no cursor for it", response.Operation);
            }

            if (loop.IsClosedBy(after))
            {
                throw Broken("Meta named a cursor again that had been followed before: the pages go in a circle", response.Operation);
            }
        }
    }

    private static GraphPagingException Broken(string what, string operation) => new(
        string.Create(
            CultureInfo.InvariantCulture, $"{what}. The list '{operation}' ends here, incomplete; list again from the beginning."),
        new GraphFailure { ErrorClass = GraphErrorClass.Paging, IsRetrySafe = true, Attempts = 1 });
}
