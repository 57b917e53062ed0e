using System.Runtime.InteropServices;

namespace WhatsCommerce.Storefronts;

/// <summary>
/// What the variants of a group are called. A variant is found by the names of its siblings, even of one that is sold out: it is the next
/// best.
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

    /// <summary>Returns the words that variants have from their siblings alone.</summary>
    public IEnumerable<Posting> Lent()
    {
        // A group of thousands shares a word or two; more variants than this lend nothing, because the work would be their square.
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
