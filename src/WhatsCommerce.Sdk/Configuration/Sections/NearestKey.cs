namespace WhatsCommerce;

/// <summary>Finds the setting that a misspelled key was meant to be.</summary>
internal static class NearestKey
{
    private const int MostDifferences = 2;
    private const int ShortestPart = 5;

    /// <summary>Returns the most similar key; <see langword="null"/> when none is similar enough.</summary>
    /// <param name="written">The key as it is written.</param>
    /// <param name="keys">The keys that exist.</param>
    /// <param name="mayBePart">Whether a part of a key, such as <c>Token</c>, may stand for it.</param>
    public static string? Of(string written, IEnumerable<string> keys, bool mayBePart)
    {
        string? nearest = null;
        int least = MostDifferences + 1;
        foreach (string key in keys)
        {
            int differences = Differences(written.ToUpperInvariant(), key.ToUpperInvariant());
            // In a short key, two different letters are most of it.
            if (differences < least && differences * 3 <= key.Length)
            {
                (nearest, least) = (key, differences);
            }
        }

        return nearest ?? (mayBePart && written.Length >= ShortestPart
            ? keys.FirstOrDefault(key => key.Contains(written, StringComparison.OrdinalIgnoreCase))
            : null);
    }

    /// <summary>Returns the number of letters that must be added, removed or changed (Levenshtein distance).</summary>
    private static int Differences(string left, string right)
    {
        int[] before = [.. Enumerable.Range(0, right.Length + 1)];
        for (int i = 1; i <= left.Length; i++)
        {
            int[] row = new int[right.Length + 1];
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int changed = before[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                row[j] = Math.Min(changed, Math.Min(before[j], row[j - 1]) + 1);
            }

            before = row;
        }

        return before[right.Length];
    }
}
