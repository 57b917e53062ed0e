namespace WhatsCommerce.Catalogs;

/// <summary>Represents a feed: a file from which Meta updates a catalog repeatedly. Source: Meta, ProductFeed.</summary>
public sealed record ProductFeed
{
    internal const string Fields = "id,name,country,default_currency,deletion_enabled,product_count";

    /// <summary>The id.</summary>
    public ProductFeedId Id { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>The country.</summary>
    public string? Country { get; init; }

    /// <summary>The currency of prices without one.</summary>
    public Currency DefaultCurrency { get; init; }

    /// <summary>Whether items that are no longer in the file are deleted.</summary>
    public bool? DeletionEnabled { get; init; }

    /// <summary>The number of products from this feed.</summary>
    public int? ProductCount { get; init; }
}
