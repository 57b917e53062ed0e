namespace WhatsCommerce.Groups;

/// <summary>Represents a request of a customer to join a group.</summary>
/// <remarks>Source: Meta, groups/reference, groups with join requests.</remarks>
public sealed record JoinRequest
{
    /// <summary>
    /// <c>join_request_id</c>: the id to approve or reject. Contains the phone number of the customer in a readable form.
    /// </summary>
    [JsonPropertyName("join_request_id")]
    public string? Id { get; init; }

    /// <summary><c>wa_id</c>: the WhatsApp id; absent for a customer whose user id alone is known.</summary>
    public string? WaId { get; init; }

    /// <summary><c>user_id</c>: the business-scoped user id, if Meta returns it.</summary>
    public BusinessScopedUserId UserId { get; init; }

    /// <summary><c>creation_timestamp</c>: the time of the request.</summary>
    [JsonPropertyName("creation_timestamp")]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Returns the customer, with a phone number masked except for the last digits, and the time.</summary>
    public override string ToString() => $"{(UserId.HasValue ? UserId : Recipient.FromWaId(WaId))} since {CreatedAt:O}";
}
