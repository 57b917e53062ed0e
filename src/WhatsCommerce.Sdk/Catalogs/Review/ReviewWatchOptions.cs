namespace WhatsCommerce.Catalogs;

/// <summary>Options of watching reviews.</summary>
public sealed record ReviewWatchOptions
{
    /// <summary>The catalog; the client's own by default.</summary>
    public CatalogId CatalogId { get; init; }

    /// <summary>The time from the end of one poll of the catalog to the next: 1 second to 7 days, 5 minutes by default.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// The maximum delay after consecutive failed polls, unless Meta asks for a longer one; 1 hour by default, and at least
    /// <see cref="Interval"/>.
    /// </summary>
    public TimeSpan MaxWait { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Whether the first poll reports the current review of each item. By default it only records it.</summary>
    public bool IncludeCurrent { get; init; }

    /// <summary>The filter of products to watch; all by default.</summary>
    public ProductFilter? Filter { get; init; }

    /// <summary>
    /// The maximum number of products to remember, some 200 bytes each; 1,000,000 by default. A larger catalog ends the watch with an
    /// exception.
    /// </summary>
    public int MaxProducts { get; init; } = 1_000_000;

    /// <summary>The number of products per request; 100 by default.</summary>
    public int? PageSize { get; init; }

    /// <summary>Receives each failed poll, which is retried. Failures are logged as well.</summary>
    public IProgress<GraphException>? Failures { get; init; }

    /// <exception cref="ArgumentException">An option is out of range.</exception>
    internal static void Check(ReviewWatchOptions options)
    {
        string? problem =
            options.Interval < TimeSpan.FromSeconds(1)
                || options.Interval > TimeSpan.FromDays(7) ? $"{nameof(Interval)} must be from 1 second to 7 days."
            : options.MaxWait < TimeSpan.Zero || options.MaxWait > TimeSpan.FromDays(7) ? $"{nameof(MaxWait)} must be from 0 to 7 days."
            : options.MaxProducts < 1 ? $"{nameof(MaxProducts)} must be 1 or more."
            : options.PageSize < 1 ? $"{nameof(PageSize)} must be 1 or more."
            : null;
        if (problem is not null)
        {
            throw new ArgumentException(problem, nameof(options));
        }
    }
}
