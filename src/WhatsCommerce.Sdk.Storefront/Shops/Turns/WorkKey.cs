namespace WhatsCommerce.Storefronts;

/// <summary>One work of one shop, which several instances divide among them.</summary>
/// <param name="ShopId">The shop.</param>
/// <param name="Work">The name of the work.</param>
internal readonly record struct WorkKey(string ShopId, string Work);
