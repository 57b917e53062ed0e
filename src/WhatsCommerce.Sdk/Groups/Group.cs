namespace WhatsCommerce.Groups;

/// <summary>Represents a WhatsApp group of the business. Members that Meta omits are <see langword="null"/>.</summary>
/// <remarks>Source: Meta, groups/reference, get group info; OpenAPI v23.0, <c>GroupInfo</c>.</remarks>
public sealed record Group : IGraphResponse
{
    internal const string Fields =
        "id,subject,description,join_approval_mode,suspended,creation_timestamp,participants,total_participant_count";

    /// <summary><c>id</c>: the id of the group.</summary>
    public GroupId Id { get; init; }

    /// <summary><c>subject</c>: the subject, which is the name that participants see.</summary>
    public string? Subject { get; init; }

    /// <summary><c>description</c>: the description.</summary>
    public string? Description { get; init; }

    /// <summary><c>join_approval_mode</c>: whether requests to join need the approval of the business.</summary>
    public JoinApprovalMode JoinApprovalMode { get; init; }

    /// <summary><c>suspended</c>: whether Meta suspended it.</summary>
    [JsonPropertyName("suspended")]
    public bool? IsSuspended { get; init; }

    /// <summary><c>creation_timestamp</c>: when the group was created.</summary>
    [JsonPropertyName("creation_timestamp")]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary><c>participants</c>, without the business.</summary>
    public IReadOnlyList<GroupMember> Participants { get; init; } = [];

    /// <summary><c>total_participant_count</c>: the number of participants, without the business.</summary>
    [JsonPropertyName("total_participant_count")]
    public int? ParticipantCount { get; init; }

    /// <summary>Returns the id and the state, without texts and participants.</summary>
    public override string ToString() =>
        $"Group {{ Id = {Id}, JoinApprovalMode = {JoinApprovalMode}, IsSuspended = {IsSuspended}, ParticipantCount = {ParticipantCount} }}";

    bool IGraphResponse.IsComplete => Id.HasValue;
}
