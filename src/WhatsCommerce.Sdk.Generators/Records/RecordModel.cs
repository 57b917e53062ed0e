namespace WhatsCommerce.Generators.Records;

/// <summary>What a record stands for in a delivery.</summary>
internal enum RecordKind
{
    /// <summary>The value of a field is one event.</summary>
    Value,

    /// <summary>Each item of an array in the value is an event.</summary>
    Item,

    /// <summary>An object inside an event, with a record of its own.</summary>
    Part,

    /// <summary>The member of a message that says what the message is.</summary>
    Payload,
}

/// <summary>An attributed record, as far as its generated half needs to know it.</summary>
/// <param name="Type">The record.</param>
/// <param name="Kind">What it stands for.</param>
/// <param name="Fields">The fields of the webhook that it reads.</param>
/// <param name="Members">Its properties, those of its bases first.</param>
/// <param name="HeadMembers">What else is read, for the head of the event.</param>
/// <param name="Head">What the head takes of both.</param>
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

    /// <summary>The expression that a part of the head comes from; null when nothing tells it.</summary>
    public string? HeadValueOf(string name) => Head.FirstOrDefault(value => value.Name == name)?.Value;
}

/// <summary>A field of the webhook that a record reads.</summary>
/// <param name="Name">The name of the field.</param>
/// <param name="Items">The array of its value whose items are the events; null when the value is the event.</param>
internal sealed record FieldModel(string Name, string? Items);

/// <summary>Something of the head of an event, such as its time, and the expression for it.</summary>
internal sealed record HeadValue(string Name, string Value);
