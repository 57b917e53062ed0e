namespace WhatsCommerce.Testing;

/// <summary>The business portfolio that owns accounts and catalogs.</summary>
internal sealed record EmulatedBusiness(string Id);
