namespace WhatsCommerce.Storefronts;
/// <summary>x</summary>
public class ConnectedCatalogPrices { }
