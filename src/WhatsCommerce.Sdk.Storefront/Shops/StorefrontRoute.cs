namespace WhatsCommerce.Storefronts;

/// <summary>What is known of a webhook by which its shop is found.</summary>
public sealed record StorefrontRoute
{
    /// <summary>Gets the business phone number that the customer wrote to; absent when the webhook names none.</summary>
    public PhoneNumberId PhoneNumberId { get; init; }

    /// <summary>Gets the WhatsApp Business account of the number; absent when the webhook names none.</summary>
    public BusinessAccountId BusinessAccountId { get; init; }

    /// <summary>Gets the catalog that a cart was filled from; absent for anything but carts.</summary>
    public CatalogId CatalogId { get; init; }

    /// <summary>Gets the name of the webhook endpoint; empty for the one without a name.</summary>
    public string Endpoint { get; init; } = "";
}
