namespace WhatsCommerce.Groups;

/// <summary>Represents a participant of a group.</summary>
/// <remarks>Source: Meta, groups/reference; business-scoped-user-ids.</remarks>
public sealed record GroupMember
{
    /// <summary><c>wa_id</c>: the WhatsApp id; absent for a participant whose user id alone is known.</summary>
    public string? WaId { get; init; }

    /// <summary><c>user_id</c>: the business-scoped user id, if Meta returns it.</summary>
    public BusinessScopedUserId UserId { get; init; }

    /// <summary><c>username</c>, if there is one.</summary>
    public string? Username { get; init; }

    /// <summary>Gets the recipient to write to, or to remove: the user id if there is one, otherwise the number.</summary>
    public Recipient ToRecipient() => UserId.HasValue ? UserId : Recipient.FromWaId(WaId);

    /// <summary>Returns the user id, or the phone number with all but the last digits masked.</summary>
    public override string ToString() => ToRecipient().ToString();
}
