namespace WhatsCommerce;

/// <summary>The id of a business portfolio, which owns catalogs and WhatsApp Business accounts.</summary>
/// <remarks>
/// Digits. Not to be confused with the id of a WhatsApp Business account, which belongs to a portfolio.
/// A null, empty or blank value means absent, and equals <see langword="default"/>.
/// </remarks>
[Id]
public readonly partial record struct BusinessId;
