namespace WhatsCommerce.Generators.Records;

/// <summary>The role of a record in a delivery.</summary>
internal enum RecordKind
{
    /// <summary>The value of a field is one event.</summary>
    Value,

    /// <summary>Each item of an array in the value is an event.</summary>
    Item,

    /// <summary>A nested object of an event, with its own record.</summary>
    Part,

    /// <summary>The member of a message that says what the message is.</summary>
    Payload,
}

/// <summary>An attributed record, as far as its generated part needs it.</summary>
/// <param name="Type">The record.</param>
/// <param name="Kind">What it represents.</param>
/// <param name="Fields">The fields of the webhook that it reads.</param>
/// <param name="Members">Its properties, those of its bases first.</param>
/// <param name="HeadMembers">Additional members for the head of the event.</param>
/// <param name="Head">The values of the head.</param>
internal sealed record RecordModel(
    DeclaredType Type,
    RecordKind Kind,
    EquatableArray<FieldModel> Fields,
    EquatableArray<MemberModel> Members,
    EquatableArray<MemberModel> HeadMembers,
    EquatableArray<HeadValue> Head)
{
    public string Name => Type.Name;

    /// <summary>The struct that reads it.</summary>
    public string Draft => Name + "Draft";

    public IEnumerable<MemberModel> AllMembers => Members.Concat(HeadMembers);

    /// <summary>The expression for a part of the head; null when there is none.</summary>
    public string? HeadValueOf(string name) => Head.FirstOrDefault(value => value.Name == name)?.Value;
}

/// <summary>A field of the webhook that a record reads.</summary>
/// <param name="Name">The name of the field.</param>
/// <param name="Items">The array of its value whose items are the events; null when the value is the event.</param>
internal sealed record FieldModel(string Name, string? Items);

/// <summary>A value of the head of an event, such as its time, and its expression.</summary>
internal sealed record HeadValue(string Name, string Value);
