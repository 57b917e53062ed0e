using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using WhatsCommerce.Webhooks.Json;

namespace WhatsCommerce.Webhooks;

/// <summary>The members of a JSON object that no property of the record holds: what Meta added since, or what did not fit.</summary>
/// <remarks>
/// Slices of the body, parsed when they are asked for; when there are none it costs nothing. A member of a nested object that has no
/// record of its own carries its path: <c>order.tax</c>. Of a name that came twice the last one counts, as everywhere.
/// </remarks>
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "The JSON field's own name for it.")]
public readonly struct AdditionalProperties : IReadOnlyCollection<KeyValuePair<string, JsonElement>>, IEquatable<AdditionalProperties>
{
    private readonly KeptMembers? _members;

    internal AdditionalProperties(KeptMembers? members) => _members = members;

    /// <summary>The slices themselves; <see langword="null"/> when there are none.</summary>
    internal KeptMembers? Members => _members;

    /// <summary>How many there are.</summary>
    public int Count => _members?.Count ?? 0;

    /// <summary>Gives the value of a member.</summary>
    /// <param name="name">The name on the wire; ordinal.</param>
    /// <param name="value">The value, independent of the body.</param>
    /// <returns>Whether there is such a member.</returns>
    public bool TryGetValue(string name, out JsonElement value)
    {
        ArgumentNullException.ThrowIfNull(name);
        int index = _members?.IndexOf(name) ?? -1;
        value = index < 0 ? default : _members!.Value(index);
        return index >= 0;
    }

    /// <summary>Whether there is a member of that name.</summary>
    /// <param name="name">The name on the wire; ordinal.</param>
    public bool Contains(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _members?.IndexOf(name) >= 0;
    }

    /// <summary>Goes through the members in the order they came.</summary>
    public IEnumerator<KeyValuePair<string, JsonElement>> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
        {
            yield return new(_members!.Name(i), _members.Value(i));
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Whether both hold the same members, byte for byte and in the same order.</summary>
    /// <param name="other">The others.</param>
    public bool Equals(AdditionalProperties other) => ReferenceEquals(_members, other._members)
        || (_members is not null && other._members is not null && _members.IsSameAs(other._members));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is AdditionalProperties other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Count;

    /// <summary>Whether both hold the same members, byte for byte and in the same order.</summary>
    /// <param name="left">The ones.</param>
    /// <param name="right">The others.</param>
    public static bool operator ==(AdditionalProperties left, AdditionalProperties right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    /// <param name="left">The ones.</param>
    /// <param name="right">The others.</param>
    public static bool operator !=(AdditionalProperties left, AdditionalProperties right) => !left.Equals(right);

    /// <summary>How many there are; neither names nor values, which may be a customer's.</summary>
    public override string ToString() => FormattableString.Invariant($"{Count} additional");
}
