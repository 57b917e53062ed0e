namespace WhatsCommerce.Groups;

/// <summary>Represents a group in the list of groups.</summary>
/// <remarks>Source: Meta, groups/reference, get active groups.</remarks>
public sealed record GroupSummary
{
    /// <summary><c>id</c>: the id of the group.</summary>
    public GroupId Id { get; init; }

    /// <summary><c>subject</c>: the subject, which is the name that participants see.</summary>
    public string? Subject { get; init; }

    /// <summary><c>created_at</c>: when the group was created.</summary>
    [JsonPropertyName("created_at")]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Returns the id; the subject may contain names of people.</summary>
    public override string ToString() => $"GroupSummary {{ Id = {Id} }}";
}
