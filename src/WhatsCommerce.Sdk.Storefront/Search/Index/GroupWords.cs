using System.Runtime.InteropServices;

namespace WhatsCommerce.Storefronts;

/// <summary>
/// The words of the variants of a group. A variant is also found by the names of its siblings, even of a sold-out one, because it is the
/// best alternative.
/// </summary>
internal sealed class GroupWords
{
    private readonly Dictionary<string, Dictionary<int, HashSet<int>>> _groups = new(StringComparer.Ordinal);

    public void Add(string group, int document, int term, Field field)
    {
        if (field is not (Field.Title or Field.TitleHead or Field.Options or Field.Brand))
        {
            return;
        }

        ref Dictionary<int, HashSet<int>>? members = ref CollectionsMarshal.GetValueRefOrAddDefault(_groups, group, out _);
        ref HashSet<int>? terms = ref CollectionsMarshal.GetValueRefOrAddDefault(members ??= [], document, out _);
        (terms ??= []).Add(term);
    }

    /// <summary>Returns the words that variants have only from their siblings.</summary>
    public IEnumerable<Posting> Lent()
    {
        // Larger groups are skipped, because the work would be quadratic in the number of variants.
        const int Most = 200;
        foreach (Dictionary<int, HashSet<int>> members in _groups.Values.Where(static members => members.Count is > 1 and <= Most))
        {
            HashSet<int> all = [.. members.Values.SelectMany(static terms => terms)];
            foreach ((int document, HashSet<int> own) in members)
            {
                foreach (int term in all.Where(term => !own.Contains(term)))
                {
                    yield return new Posting(term, document, Field.Group);
                }
            }
        }
    }
}
