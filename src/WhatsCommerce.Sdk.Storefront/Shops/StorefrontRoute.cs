namespace WhatsCommerce.Storefronts;

/// <summary>Represents the ids in a webhook by which its shop is found.</summary>
public sealed record StorefrontRoute
{
    /// <summary>Gets the id of the business phone number that the customer wrote to; absent when the webhook contains none.</summary>
    public PhoneNumberId PhoneNumberId { get; init; }

    /// <summary>Gets the id of the WhatsApp Business account of the number; absent when the webhook contains none.</summary>
    public BusinessAccountId BusinessAccountId { get; init; }

    /// <summary>Gets the id of the catalog of a cart; absent for other webhooks.</summary>
    public CatalogId CatalogId { get; init; }

    /// <summary>Gets the name of the webhook endpoint; empty for the unnamed one.</summary>
    public string Endpoint { get; init; } = "";
}
