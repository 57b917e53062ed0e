namespace WhatsCommerce;

/// <summary>Represents the ids in a webhook by which its tenant is found.</summary>
public sealed record TenantRoute
{
    /// <summary>Gets the business phone number; absent when the webhook is about an account.</summary>
    public PhoneNumberId PhoneNumberId { get; init; }

    /// <summary>Gets the WhatsApp Business account; absent when the webhook contains none.</summary>
    public BusinessAccountId BusinessAccountId { get; init; }
}
