namespace WhatsCommerce.Groups;

/// <summary>A participant of a group.</summary>
/// <remarks>Source: Meta, groups/reference; business-scoped-user-ids.</remarks>
public sealed record GroupMember
{
    /// <summary><c>wa_id</c>: the address; absent for one who is known by user id only.</summary>
    public string? WaId { get; init; }

    /// <summary><c>user_id</c>: the business-scoped user id, where Meta gives it.</summary>
    public BusinessScopedUserId UserId { get; init; }

    /// <summary><c>username</c>, where there is one.</summary>
    public string? Username { get; init; }

    /// <summary>Whom to write to, or to remove: the user id where there is one, else the number.</summary>
    public Recipient ToRecipient() => UserId.HasValue ? UserId : Recipient.FromWaId(WaId);

    /// <summary>The address, its phone number hidden but for the last digits.</summary>
    public override string ToString() => ToRecipient().ToString();
}
