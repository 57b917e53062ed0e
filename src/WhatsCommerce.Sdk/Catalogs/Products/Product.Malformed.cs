namespace WhatsCommerce.Catalogs;

/// <content>Fields with a shape that Meta does not document.</content>
public sealed partial record Product : IGraphResponse, IMalformable
{
    private IReadOnlyList<MalformedMember> _unread = [];

    /// <summary>
    /// Gets the wire names of fields with a shape that Meta does not document, such as <c>importer_address</c> as <c>[]</c> or
    /// <c>sale_price</c> as a number. Their unchanged values are in <see cref="OtherFields"/>. If a number came instead of a text, the
    /// property is set nevertheless.
    /// </summary>
    [JsonIgnore]
    public IReadOnlyList<string> MalformedFields { get; private set; } = [];

    /// <summary>Returns whether a field could not be read, so that its value is unknown.</summary>
    internal bool IsUnread(string field) => _unread.Any(member => member.Name == field && !member.IsBlank);

    /// <summary>Like <see cref="IsUnread"/>, but only if the field has a value; <c>[]</c> for an address means none.</summary>
    internal bool IsUnreadValue(string field) => _unread.Any(member => member.Name == field && !member.IsEmpty);

    bool IGraphResponse.IsComplete => Id.HasValue;

    void IMalformable.KeepMalformed(IReadOnlyList<MalformedMember> members)
    {
        Rest ??= [];
        foreach (MalformedMember member in members)
        {
            Rest[member.Name] = member.Value;
        }

        MalformedFields = [.. members.Select(member => member.Name)];
        _unread = [.. members.Where(member => !member.WasRead)];
    }
}
