namespace WhatsCommerce.Storefronts;

/// <summary>A work item of one shop, which several instances share.</summary>
/// <param name="ShopId">The shop.</param>
/// <param name="Work">The name of the work.</param>
internal readonly record struct WorkKey(string ShopId, string Work);
