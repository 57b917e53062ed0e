namespace WhatsCommerce.Testing;

/// <content>The state that survives a restart.</content>
public sealed partial class EmulatedCatalog
{
    /// <summary>The groups that have an id already.</summary>
    internal ProductGroup[] KnownGroups()
    {
        lock (_gate)
        {
            return [.. _groups.Values];
        }
    }

    /// <summary>Takes back what an earlier run held.</summary>
    internal void Restore(IEnumerable<CatalogEntry> entries, IEnumerable<(long Id, string RetailerId)> groups)
    {
        lock (_gate)
        {
            foreach (CatalogEntry entry in entries)
            {
                // A hundred thousand items share a few currencies.
                Put(entry with { Currency = string.Intern(entry.Currency), Availability = string.Intern(entry.Availability) });
            }

            foreach ((long id, string retailerId) in groups)
            {
                _groups[retailerId] = new(this, id, retailerId);
            }
        }
    }
}
