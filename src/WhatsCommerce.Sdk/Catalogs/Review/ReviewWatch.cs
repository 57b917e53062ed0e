namespace WhatsCommerce.Catalogs;

/// <summary>One watch over the reviews of a catalog.</summary>
internal sealed class ReviewWatch(ReviewWatchOptions options, GraphTransport transport, CatalogId catalogId)
{
    // The longest wait that is accepted from Meta; a timer measures no more than some weeks.
    private static readonly TimeSpan LongestNamedWait = TimeSpan.FromDays(1);

    private readonly TimeProvider _time = transport.Services.Time;
    private readonly Dictionary<ProductId, Known> _known = [];

    // The number of completed polls.
    private int _looks;

    public async IAsyncEnumerable<ReviewChange> RunAsync(Paged<Product> list, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        int failures = 0;
        while (true)
        {
            GraphException? failure = null;
            bool isWhole = true;
            IAsyncEnumerator<Page<Product>> pages =
                list.AsPages(cancellationToken: cancellationToken).GetAsyncEnumerator(cancellationToken);
            await using (pages.ConfigureAwait(false))
            {
                while (true)
                {
                    try
                    {
                        if (!await pages.MoveNextAsync().ConfigureAwait(false))
                        {
                            break;
                        }
                    }
                    catch (GraphException exception) when (IsPassing(exception))
                    {
                        failure = exception;
                        break;
                    }

                    // An item with an unreadable id may be any of those that are missing.
                    isWhole &= pages.Current.Malformed.All(item => item.IsListed && !item.Members.Contains("id"));
                    foreach (Product product in pages.Current.Items)
                    {
                        if (Look(ProductReview.Of(product, catalogId)) is ReviewChange change)
                        {
                            yield return change;
                        }
                    }
                }
            }

            if (failure is null)
            {
                failures = 0;
                _looks++;
                foreach (ReviewChange removed in isWhole ? Removed() : [])
                {
                    yield return removed;
                }
            }
            else
            {
                failures++;
            }

            TimeSpan wait = WaitAfter(failure, failures);
            if (failure is not null)
            {
                Log.ReviewLookFailed(transport.Services.Logger, failure, catalogId.ToString(), wait);
                options.Failures?.Report(failure);
            }

            await Task.Delay(wait, _time, cancellationToken).ConfigureAwait(false);
        }
    }

    private static bool IsPassing(GraphException exception) =>
        exception is GraphThrottledException or GraphPagingException or GraphUnavailableException || exception.IsRetrySafe;

    private TimeSpan WaitAfter(GraphException? failure, int failures)
    {
        if (failure is null)
        {
            return options.Interval;
        }

        TimeSpan longest = options.MaxWait > options.Interval ? options.MaxWait : options.Interval;
        TimeSpan wait = Waits.Doubled(options.Interval, failures - 1, longest);
        TimeSpan named = failure.RetryAfter ?? TimeSpan.Zero;
        named = named < LongestNamedWait ? named : LongestNamedWait;
        return named > wait ? named : wait;
    }

    private ReviewChange? Look(ProductReview review)
    {
        if (!review.ProductId.HasValue)
        {
            return null;
        }

        bool isNew = !_known.TryGetValue(review.ProductId, out Known before);
        Known now = review.IsUnclear
            ? before with {
                RetailerId = review.RetailerId.HasValue ? review.RetailerId : before.RetailerId, Look = _looks, IsUnclear = true }
            : new(review.RetailerId, review.Status, Print(review), review.IsFlagged, _looks, IsUnclear: false);
        if (isNew && _known.Count >= options.MaxProducts)
        {
            throw new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture,
                $"The catalog {catalogId} has more than {Plural.Of(options.MaxProducts, "product")}: raise "
                    + $"{nameof(ReviewWatchOptions.MaxProducts)}, or watch fewer with {nameof(ReviewWatchOptions.Filter)}."));
        }

        _known[review.ProductId] = now;
        bool isCurrent = isNew && _looks == 0;
        if (review.IsUnclear ? before.IsUnclear : isNew ? isCurrent && !options.IncludeCurrent : now.Print == before.Print)
        {
            return null;
        }

        return new ReviewChange
        {
            Kind = KindOf(review, isNew, before),
            Review = review,
            Previous = isNew ? default : before.Status,
            IsNew = isNew,
            IsCurrent = isCurrent,
            SeenAt = _time.GetUtcNow(),
        };
    }

    private static ReviewChangeKind KindOf(ProductReview review, bool isNew, Known before) =>
        review.IsUnclear ? ReviewChangeKind.Unclear
        : review.IsFlagged ? ReviewChangeKind.Rejected
        : review.Status == ReviewStatus.Approved
            && (isNew || before.IsFlagged || before.Status != review.Status) ? ReviewChangeKind.Approved
        : isNew ? ReviewChangeKind.New
        : review.Status == ReviewStatus.Pending && before.Status != review.Status ? ReviewChangeKind.Pending
        : ReviewChangeKind.Other;

    private List<ReviewChange> Removed()
    {
        // The poll that has just ended recorded its items with the current count minus one; the previous one with minus two.
        List<KeyValuePair<ProductId, Known>> gone = [.. _known.Where(known => known.Value.Look < _looks - 2)];
        List<ReviewChange> changes = new(gone.Count);
        foreach ((ProductId id, Known known) in gone)
        {
            _known.Remove(id);
            changes.Add(new ReviewChange
            {
                Kind = ReviewChangeKind.Removed,
                Review = new ProductReview { CatalogId = catalogId, ProductId = id, RetailerId = known.RetailerId, Status = known.Status },
                Previous = known.Status,
                SeenAt = _time.GetUtcNow(),
            });
        }

        return changes;
    }

    // The hash is used within one process and never stored, so that of .NET is enough. The order of reasons and uses has no meaning.
    private static long Print(ProductReview review)
    {
        HashCode status = default;
        status.Add(review.Status.Value, StringComparer.Ordinal);
        status.Add(review.IsFlagged);
        long rest = 0;
        foreach (string reason in review.RejectionReasons)
        {
            rest += HashCode.Combine(1, reason);
        }

        foreach ((string use, ReviewStatus value) in review.Capabilities)
        {
            rest += HashCode.Combine(2, use, value.Value);
        }

        return ((long)status.ToHashCode() << 32) ^ rest;
    }

    private readonly record struct Known(RetailerId RetailerId, ReviewStatus Status, long Print, bool IsFlagged, int Look, bool IsUnclear);
}
