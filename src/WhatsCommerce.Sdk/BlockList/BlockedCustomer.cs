namespace WhatsCommerce.BlockList;

/// <summary>Represents a customer on the block list, or one of a change of the list.</summary>
public sealed record BlockedCustomer
{
    /// <summary>The customer as given in the request; absent in lists.</summary>
    public string? Input { get; init; }

    /// <summary><c>wa_id</c>: the customer's WhatsApp id; absent for a customer whose user id alone is known.</summary>
    public string? WaId { get; init; }

    /// <summary><c>user_id</c>: the business-scoped user id, if Meta returns it.</summary>
    public BusinessScopedUserId UserId { get; init; }

    /// <summary>Returns the user id, or the phone number with all but the last digits masked.</summary>
    public override string ToString() => UserId.HasValue ? UserId.ToString() : Recipient.FromString(WaId ?? Input).ToString();
}
