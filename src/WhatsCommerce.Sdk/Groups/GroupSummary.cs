namespace WhatsCommerce.Groups;

/// <summary>A group as the list tells it.</summary>
/// <remarks>Source: Meta, groups/reference, get active groups.</remarks>
public sealed record GroupSummary
{
    /// <summary><c>id</c>.</summary>
    public GroupId Id { get; init; }

    /// <summary><c>subject</c>.</summary>
    public string? Subject { get; init; }

    /// <summary><c>created_at</c>.</summary>
    [JsonPropertyName("created_at")]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The id; the subject may name people.</summary>
    public override string ToString() => $"GroupSummary {{ Id = {Id} }}";
}
