using System.Diagnostics.CodeAnalysis;

namespace WhatsCommerce.Testing;

/// <summary>
/// The catalogs of the local business: owned ones, and those that a client has shared with it. Thread-safe.
/// </summary>
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "It is no general collection.")]
public sealed class EmulatedCatalogs
{
    private readonly Lock _gate = new();
    private readonly OrderedDictionary<string, EmulatedCatalog> _catalogs = new(StringComparer.Ordinal);
    private readonly CatalogParts _parts;

    internal EmulatedCatalogs(CatalogParts parts) => _parts = parts;

    /// <summary>Gets a catalog by its id.</summary>
    /// <param name="id">The id of the catalog.</param>
    /// <exception cref="ArgumentException">The catalog does not exist or was deleted.</exception>
    public EmulatedCatalog this[CatalogId id] =>
        Find(id.Value) ?? throw new ArgumentException(
            $"There is no catalog '{id}'. There are: {string.Join(", ", All.Select(catalog => catalog.Id))}.", nameof(id));

    /// <summary>All catalogs, in the order of their creation.</summary>
    public IReadOnlyList<EmulatedCatalog> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _catalogs.Values];
            }
        }
    }

    /// <summary>Adds an empty catalog that is not connected to any account.</summary>
    /// <param name="name">The name of the catalog.</param>
    /// <param name="vertical">Meta's vertical; only a <c>commerce</c> catalog can be connected to an account.</param>
    /// <param name="isOwned">
    /// Whether the business owns the catalog; <see langword="false"/> for one that a client has shared with it.
    /// </param>
    public EmulatedCatalog Add(string name, string vertical = "commerce", bool isOwned = true)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentException.ThrowIfNullOrWhiteSpace(vertical);
        return Enter(_parts.Ids.Next().ToString(System.Globalization.CultureInfo.InvariantCulture), name, vertical, isOwned);
    }

    /// <summary>Puts a catalog in that has its id already.</summary>
    internal EmulatedCatalog Enter(CatalogId id, string name, string vertical = "commerce", bool isOwned = true)
    {
        EmulatedCatalog catalog = Make(id, name, vertical, isOwned);
        lock (_gate)
        {
            _catalogs.Add(catalog.Id.Value!, catalog);
        }

        return catalog;
    }

    /// <summary>Creates a catalog, by default one that the business owns.</summary>
    internal EmulatedCatalog Make(CatalogId id, string name, string vertical = "commerce", bool isOwned = true) =>
        new(id, name, _parts) { Vertical = vertical, IsOwned = isOwned };

    internal EmulatedCatalog? Find(string? id)
    {
        lock (_gate)
        {
            return id is null ? null : _catalogs.GetValueOrDefault(id);
        }
    }

    internal ProductGroup? FindGroup(long id) => All.Select(catalog => catalog.FindGroup(id)).FirstOrDefault(group => group is not null);

    internal void Remove(EmulatedCatalog catalog)
    {
        lock (_gate)
        {
            _catalogs.Remove(catalog.Id.Value!);
        }
    }
}
