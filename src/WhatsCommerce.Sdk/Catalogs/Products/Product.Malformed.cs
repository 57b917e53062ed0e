using System.Text.Json;
using System.Text.Json.Serialization;
using WhatsCommerce.Json;

namespace WhatsCommerce.Catalogs;

/// <content>Fields that came in another shape than Meta documents.</content>
public sealed partial record Product : IMalformable
{
    // Of those, the ones that say something which could not be read; [] for an address says as little as none.
    private IReadOnlyList<string> _unread = [];

    /// <summary>
    /// Fields that came in another shape than Meta documents, by their names on the wire: <c>importer_address</c> as <c>[]</c>,
    /// <c>sale_price</c> as a number. As they came they are in <see cref="OtherFields"/>. The property is filled where a number came for a text.
    /// </summary>
    [JsonIgnore]
    public IReadOnlyList<string> MalformedFields { get; private set; } = [];

    /// <summary>Whether a field came with a value that could not be read.</summary>
    internal bool IsUnread(string field) => _unread.Count > 0 && _unread.Contains(field);

    void IMalformable.KeepMalformed(IReadOnlyList<MalformedMember> members)
    {
        Rest ??= [];
        foreach (MalformedMember member in members)
        {
            Rest[member.Name] = member.Value;
        }

        MalformedFields = [.. members.Select(member => member.Name)];
        _unread = [.. members.Where(member => !member.WasRead && !member.IsEmpty).Select(member => member.Name)];
    }
}
