using System.Collections.ObjectModel;

namespace WhatsCommerce.Testing;

/// <content>Products that are read in odd shapes, as Meta gives some.</content>
public sealed partial class EmulatedCatalog
{
    private readonly Dictionary<string, Dictionary<string, string>> _distorted = new(StringComparer.Ordinal);

    /// <summary>
    /// Lets a field of a product be read in another shape than is documented, as Meta gives some:
    /// <c>catalog.Distort("apple-1kg", "importer_address", "[]")</c>.
    /// </summary>
    /// <param name="retailerId">The id of the item.</param>
    /// <param name="field">The field as it is read: <c>sale_price</c>, <c>image_url</c>, <c>id</c>.</param>
    /// <param name="json">What is read; <see langword="null"/> for what the item has again.</param>
    /// <exception cref="ArgumentException">The text is no JSON, or an id is absent.</exception>
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
            throw new ArgumentException("It is no JSON.", nameof(json), exception);
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
