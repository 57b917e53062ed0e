namespace WhatsCommerce.Catalogs;

/// <content>Fields that came in another shape than Meta documents.</content>
public sealed partial record Product : IGraphAnswer, IMalformable
{
    private IReadOnlyList<MalformedMember> _unread = [];

    /// <summary>
    /// Fields that came in another shape than Meta documents, by their names on the wire: <c>importer_address</c> as <c>[]</c>,
    /// <c>sale_price</c> as a number. As they came they are in <see cref="OtherFields"/>. The property is filled where a number came for a
    /// text.
    /// </summary>
    [JsonIgnore]
    public IReadOnlyList<string> MalformedFields { get; private set; } = [];

    /// <summary>Whether a field came with something that could not be read, and so is not known.</summary>
    internal bool IsUnread(string field) => _unread.Any(member => member.Name == field && !member.IsBlank);

    /// <summary>As <see cref="IsUnread"/>, of something that has a value; <c>[]</c> for an address says as little as none.</summary>
    internal bool IsUnreadValue(string field) => _unread.Any(member => member.Name == field && !member.IsEmpty);

    bool IGraphAnswer.IsComplete => Id.HasValue;

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
