namespace WhatsCommerce.Storefronts;
/// <summary>x</summary>
public enum StorefrontText { }
