namespace WhatsCommerce.BlockList;

/// <summary>A customer on the block list, or one who was to get there or off it.</summary>
public sealed record BlockedCustomer
{
    /// <summary>What was asked for, as it was written; absent in lists.</summary>
    public string? Input { get; init; }

    /// <summary><c>wa_id</c>: the customer's address; absent for one known by user id only.</summary>
    public string? WaId { get; init; }

    /// <summary><c>user_id</c>: the business-scoped user id, where Meta gives it.</summary>
    public BusinessScopedUserId UserId { get; init; }

    /// <summary>The address, its phone number hidden but for the last digits.</summary>
    public override string ToString() => UserId.HasValue ? UserId.ToString() : Recipient.FromString(WaId ?? Input).ToString();
}
