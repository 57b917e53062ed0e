using System.Collections.ObjectModel;

namespace WhatsCommerce.Testing;

/// <content>Products that are returned in undocumented formats, as Meta does sometimes.</content>
public sealed partial class EmulatedCatalog
{
    private readonly Dictionary<string, Dictionary<string, string>> _distorted = new(StringComparer.Ordinal);

    /// <summary>
    /// Makes the API return a field of a product in an undocumented format, as Meta does sometimes:
    /// <c>catalog.Distort("apple-1kg", "importer_address", "[]")</c>.
    /// </summary>
    /// <param name="retailerId">The id of the item.</param>
    /// <param name="field">The name of the returned field: <c>sale_price</c>, <c>image_url</c>, <c>id</c>.</param>
    /// <param name="json">The JSON to return; <see langword="null"/> to return the item's value again.</param>
    /// <exception cref="ArgumentException">The text is not valid JSON, or an id is absent.</exception>
    public void Distort(RetailerId retailerId, string field, string? json)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(retailerId.Value, nameof(retailerId));
        ArgumentException.ThrowIfNullOrWhiteSpace(field);
        try
        {
            using JsonDocument? check = json is null ? null : JsonDocument.Parse(json);
        }
        catch (JsonException exception)
        {
            throw new ArgumentException("It is not valid JSON.", nameof(json), exception);
        }

        lock (_gate)
        {
            Dictionary<string, string> fields =
                _distorted.TryGetValue(retailerId.Value, out Dictionary<string, string>? found) ? new(found) : [];
            if (json is null)
            {
                fields.Remove(field);
            }
            else
            {
                fields[field] = json;
            }

            // Made again, since readers keep what they were given.
            _distorted[retailerId.Value] = fields;
        }
    }

    internal IReadOnlyDictionary<string, string> DistortionsOf(string retailerId)
    {
        lock (_gate)
        {
            return _distorted.GetValueOrDefault(retailerId)
                ?? (IReadOnlyDictionary<string, string>)ReadOnlyDictionary<string, string>.Empty;
        }
    }
}
