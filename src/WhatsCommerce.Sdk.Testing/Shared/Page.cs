namespace WhatsCommerce.Testing;

/// <summary>Which page of a list is asked for: what comes after an id, or before one.</summary>
internal sealed record PageRequest(long? After, long? Before, int Limit);

/// <summary>A page of a list, and whether there is more on either side.</summary>
internal sealed record Page<T>(IReadOnlyList<T> Items, bool HasPrevious, bool HasNext)
{
    /// <summary>Cuts a page out of a list that is sorted by its ids.</summary>
    public static Page<T> Of(IReadOnlyList<T> sorted, Func<T, long> id, PageRequest request, Func<T, bool>? holds)
    {
        bool backwards = request.Before is not null;
        int step = backwards ? -1 : 1;
        int index = backwards
            ? FirstFrom(sorted, id, request.Before!.Value) - 1
            : request.After is { } after ? FirstFrom(sorted, id, after + 1) : 0;
        bool hasPassed = backwards ? index + 1 < sorted.Count : index > 0;

        List<T> items = [];
        for (; index >= 0 && index < sorted.Count; index += step)
        {
            if (holds?.Invoke(sorted[index]) is false)
            {
                continue;
            }

            if (items.Count == request.Limit)
            {
                break;
            }

            items.Add(sorted[index]);
        }

        bool hasMore = index >= 0 && index < sorted.Count;
        if (backwards)
        {
            items.Reverse();
        }

        return backwards ? new(items, hasMore, hasPassed) : new(items, hasPassed, hasMore);
    }

    // The index of the first item whose id is not below another.
    private static int FirstFrom(IReadOnlyList<T> sorted, Func<T, long> id, long from)
    {
        int low = 0;
        int high = sorted.Count;
        while (low < high)
        {
            int middle = low + ((high - low) >> 1);
            (low, high) = id(sorted[middle]) < from ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
