namespace WhatsCommerce.Catalogs;

/// <summary>How reviews are watched.</summary>
public sealed record ReviewWatchOptions
{
    /// <summary>The catalog; the client's own unless it is named.</summary>
    public CatalogId CatalogId { get; init; }

    /// <summary>The time from the end of one poll of the catalog to the next; 5 minutes unless set, from 1 second to 7 days.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// The maximum delay after consecutive failed polls, unless Meta asks for a longer one; 1 hour unless set, and at least
    /// <see cref="Interval"/>.
    /// </summary>
    public TimeSpan MaxWait { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Whether the first poll reports the current review of each item. By default it only records it.</summary>
    public bool IncludeCurrent { get; init; }

    /// <summary>Which products to watch; all unless set.</summary>
    public ProductFilter? Filter { get; init; }

    /// <summary>The most products to keep in mind, some 200 bytes each; a million unless set. A catalog of more ends the watch.</summary>
    public int MaxProducts { get; init; } = 1_000_000;

    /// <summary>How many products to read at once; 100 unless set.</summary>
    public int? PageSize { get; init; }

    /// <summary>Receives each failed look, which is retried. Failures are logged as well.</summary>
    public IProgress<GraphException>? Failures { get; init; }

    /// <exception cref="ArgumentException">A member is out of its limits.</exception>
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
