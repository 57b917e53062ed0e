namespace WhatsCommerce.Testing;

/// <content>Groups of variants.</content>
public sealed partial class EmulatedCatalog
{
    private readonly OrderedDictionary<string, ProductGroup> _groups = new(StringComparer.Ordinal);

    /// <summary>The groups that items name, and those that were created on their own.</summary>
    internal ProductGroup[] Groups()
    {
        lock (_gate)
        {
            ApplyWhatIsDue();
            foreach (CatalogEntry entry in _entries)
            {
                GroupOf(entry);
            }

            return [.. _groups.Values];
        }
    }

    internal ProductGroup? FindGroup(long id) => Array.Find(KnownGroups(), group => group.Number == id);

    internal ProductGroup? GroupOf(CatalogEntry entry) => entry.GroupId is { } retailerId ? Group(retailerId) : null;

    internal ProductGroup Group(string retailerId)
    {
        lock (_gate)
        {
            if (!_groups.TryGetValue(retailerId, out ProductGroup? group))
            {
                group = new(this, _ids.Next(), retailerId);
                _groups.Add(retailerId, group);
            }

            return group;
        }
    }
}
