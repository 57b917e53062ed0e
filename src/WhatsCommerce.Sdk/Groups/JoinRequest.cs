namespace WhatsCommerce.Groups;

/// <summary>Somebody who wants to join a group.</summary>
/// <remarks>Source: Meta, groups/reference, groups with join requests.</remarks>
public sealed record JoinRequest
{
    /// <summary><c>join_request_id</c>: what to approve or reject. Holds the number of the customer in a readable form.</summary>
    [JsonPropertyName("join_request_id")]
    public string? Id { get; init; }

    /// <summary><c>wa_id</c>: the address; absent for one who is known by user id only.</summary>
    public string? WaId { get; init; }

    /// <summary><c>user_id</c>: the business-scoped user id, where Meta gives it.</summary>
    public BusinessScopedUserId UserId { get; init; }

    /// <summary><c>creation_timestamp</c>: when it was asked for.</summary>
    [JsonPropertyName("creation_timestamp")]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Who asks, a phone number hidden but for the last digits, and when.</summary>
    public override string ToString() => $"{(UserId.HasValue ? UserId : Recipient.FromWaId(WaId))} since {CreatedAt:O}";
}
