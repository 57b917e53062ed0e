using System.Collections;
using WhatsCommerce.Webhooks.Json;

namespace WhatsCommerce.Webhooks;

/// <summary>
/// Represents the members of a JSON object that are not properties of its record: members that Meta added later, or values of an unexpected
/// type.
/// </summary>
/// <remarks>
/// The values are slices of the body, parsed on access; an empty collection costs nothing. A member of a nested object that has no record
/// of its own has its path as name: <c>order.tax</c>. Of duplicate members the last one counts, as everywhere.
/// </remarks>
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "The JSON field's own name for it.")]
public readonly struct AdditionalProperties : IReadOnlyCollection<KeyValuePair<string, JsonElement>>, IEquatable<AdditionalProperties>
{
    private readonly KeptMembers? _members;

    internal AdditionalProperties(KeptMembers? members) => _members = members;

    /// <summary>Gets the slices; <see langword="null"/> when there are none.</summary>
    internal KeptMembers? Members => _members;

    /// <summary>Gets the number of members.</summary>
    public int Count => _members?.Count ?? 0;

    /// <summary>Gets the value of a member.</summary>
    /// <param name="name">The JSON name; compared ordinally.</param>
    /// <param name="value">The value, independent of the body.</param>
    /// <returns>Whether there is such a member.</returns>
    public bool TryGetValue(string name, out JsonElement value)
    {
        ArgumentNullException.ThrowIfNull(name);
        int index = _members?.IndexOf(name) ?? -1;
        value = index < 0 ? default : _members!.Value(index);
        return index >= 0;
    }

    /// <summary>Determines whether there is a member of the given name.</summary>
    /// <param name="name">The JSON name; compared ordinally.</param>
    public bool Contains(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _members?.IndexOf(name) >= 0;
    }

    /// <summary>Enumerates the members in the order received.</summary>
    public IEnumerator<KeyValuePair<string, JsonElement>> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
        {
            yield return new(_members!.Name(i), _members.Value(i));
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Determines whether both hold the same members, byte for byte and in the same order.</summary>
    /// <param name="other">The other value.</param>
    public bool Equals(AdditionalProperties other) => ReferenceEquals(_members, other._members)
        || (_members is not null && other._members is not null && _members.IsSameAs(other._members));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is AdditionalProperties other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Count;

    /// <summary>Determines whether both hold the same members, byte for byte and in the same order.</summary>
    /// <param name="left">The first value.</param>
    /// <param name="right">The second value.</param>
    public static bool operator ==(AdditionalProperties left, AdditionalProperties right) => left.Equals(right);

    /// <summary>Determines whether the values differ.</summary>
    /// <param name="left">The first value.</param>
    /// <param name="right">The second value.</param>
    public static bool operator !=(AdditionalProperties left, AdditionalProperties right) => !left.Equals(right);

    /// <summary>Returns the number of members. Names and values are left out, since they may be a customer's.</summary>
    public override string ToString() => FormattableString.Invariant($"{Count} additional");
}
