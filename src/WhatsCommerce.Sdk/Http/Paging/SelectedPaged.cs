using System.Runtime.CompilerServices;

namespace WhatsCommerce.Http;

/// <summary>A list whose items are given another shape on the way.</summary>
internal sealed class SelectedPaged<TSource, T>(Paged<TSource> source, Func<TSource, T> select) : Paged<T>
{
    public override IAsyncEnumerable<Page<T>> AsPages(string? after = null, int? pageSize = null, CancellationToken cancellationToken = default) =>
        SelectAsync(source.AsPages(after, pageSize, cancellationToken), cancellationToken);

    private async IAsyncEnumerable<Page<T>> SelectAsync(IAsyncEnumerable<Page<TSource>> pages, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (Page<TSource> page in pages.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return new Page<T>([.. page.Items.Select(select)], page.Before, page.After, page.HasNext);
        }
    }
}
