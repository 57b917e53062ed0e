namespace WhatsCommerce.Catalogs;

/// <summary>A file from which Meta fills a catalog, again and again. Source: Meta, ProductFeed.</summary>
public sealed record ProductFeed
{
    internal const string Fields = "id,name,country,default_currency,deletion_enabled,product_count";

    /// <summary>The id.</summary>
    public ProductFeedId Id { get; init; }

    /// <summary>What the business calls it.</summary>
    public string? Name { get; init; }

    /// <summary>The country.</summary>
    public string? Country { get; init; }

    /// <summary>The currency of prices that name none.</summary>
    public Currency DefaultCurrency { get; init; }

    /// <summary>Whether items that are no longer in the file are deleted.</summary>
    public bool? DeletionEnabled { get; init; }

    /// <summary>How many items it brought.</summary>
    public int? ProductCount { get; init; }
}
