namespace WhatsCommerce.Storefronts;

/// <summary>Maps the shop's own product ids to retailer ids: by equality, or by a list of pairs such as a CSV.</summary>
/// <remarks>Immutable. For a list that changes while the app runs, implement <see cref="ISkuMap"/>.</remarks>
public sealed class SkuMap : ISkuMap
{
    /// <summary>The maximum number of pairs of a map.</summary>
    public static int MaxPairs => 1_000_000;

    private readonly FrozenDictionary<RetailerId, string>? _ownIds;

    private SkuMap(FrozenDictionary<RetailerId, string>? ownIds) => _ownIds = ownIds;

    /// <summary>Gets the default map, for shops whose own ids are the retailer ids.</summary>
    public static SkuMap Equality { get; } = new(null);

    /// <summary>Creates a map from pairs.</summary>
    /// <param name="pairs">Own id and retailer id, at most <see cref="MaxPairs"/>; each retailer id maps to one own id.</param>
    /// <returns>The map.</returns>
    /// <exception cref="ArgumentException">An id is blank, a retailer id is duplicated, or there are too many pairs.</exception>
    public static SkuMap FromPairs(IEnumerable<KeyValuePair<string, RetailerId>> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        Dictionary<RetailerId, string> ownIds = [];
        foreach ((string ownId, RetailerId item) in pairs)
        {
            if (Add(ownIds, ownId, item) is string problem)
            {
                throw new ArgumentException(problem, nameof(pairs));
            }
        }

        return new SkuMap(ownIds.ToFrozenDictionary());
    }

    /// <summary>
    /// Reads a map from a CSV (RFC 4180) whose first line names the columns <c>product_id</c> (the shop's own) and <c>retailer_id</c>;
    /// other columns are ignored.
    /// </summary>
    /// <remarks>At most <see cref="MaxPairs"/> lines, each of at most 4,096 characters, with <c>,</c>, <c>;</c> or a tab between the
    /// fields.</remarks>
    /// <param name="reader">The text; it is read to its end and not disposed.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The map.</returns>
    /// <exception cref="SkuMapFormatException">The CSV is invalid; the exception contains the line number.</exception>
    public static async Task<SkuMap> ReadCsvAsync(TextReader reader, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        CsvRows rows = new(reader);
        if (await rows.ReadAsync(cancellationToken).ConfigureAwait(false) is not { } names)
        {
            throw new SkuMapFormatException("the file is empty; its first line names the columns product_id and retailer_id", 1);
        }

        int own = ColumnOf(names, "product_id");
        int retailer = ColumnOf(names, "retailer_id");
        Dictionary<RetailerId, string> ownIds = [];
        while (await rows.ReadAsync(cancellationToken).ConfigureAwait(false) is { } row)
        {
            if (row.Count <= Math.Max(own, retailer))
            {
                throw new SkuMapFormatException(
                    $"there {Plural.Are(row.Count)} {Plural.Of(row.Count, "field")}; the first line has {Plural.Of(names.Count, "column")}",
                    rows.Line);
            }

            if (Add(ownIds, row[own].Trim(), row[retailer].Trim()) is string problem)
            {
                throw new SkuMapFormatException(problem, rows.Line);
            }
        }

        return new SkuMap(ownIds.ToFrozenDictionary());
    }

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<RetailerId, string>> GetOwnIdsAsync(
        IReadOnlyList<RetailerId> items, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(items);
        Dictionary<RetailerId, string> found = [];
        foreach (RetailerId item in items)
        {
            if ((_ownIds is null ? item.Value : _ownIds.GetValueOrDefault(item)) is string ownId)
            {
                found[item] = ownId;
            }
        }

        return Task.FromResult<IReadOnlyDictionary<RetailerId, string>>(found);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<KeyValuePair<string, RetailerId>> ListAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach ((RetailerId item, string ownId) in _ownIds ?? FrozenDictionary<RetailerId, string>.Empty)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return KeyValuePair.Create(ownId, item);
        }
    }

    private static int ColumnOf(IReadOnlyList<string> names, string column)
    {
        int found = -1;
        for (int i = 0; i < names.Count; i++)
        {
            if (string.Equals(names[i].Trim(), column, StringComparison.OrdinalIgnoreCase))
            {
                found = found < 0 ? i : throw new SkuMapFormatException($"two columns are named {column}", 1);
            }
        }

        return found >= 0 ? found : throw new SkuMapFormatException($"the first line must name a column {column}", 1);
    }

    /// <summary>Adds a pair; returns an error message, or null.</summary>
    private static string? Add(Dictionary<RetailerId, string> ownIds, string ownId, RetailerId item)
    {
        if (string.IsNullOrWhiteSpace(ownId) || !item.HasValue)
        {
            return "the product id or the retailer id is blank";
        }

        if (ownIds.Count == MaxPairs)
        {
            return $"there are more than {MaxPairs} pairs";
        }

        return ownIds.TryAdd(item, ownId) ? null : $"the retailer id '{item}' stands in an earlier line already";
    }
}
