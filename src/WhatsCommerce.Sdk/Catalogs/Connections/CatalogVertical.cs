namespace WhatsCommerce.Catalogs;

/// <summary>Represents the vertical of a catalog: the kind of items that it contains.</summary>
/// <remarks>An extensible enumeration: unlisted values are kept. Source: Meta, Business <c>owned_product_catalogs</c>,
/// <c>vertical</c>.</remarks>
[OpenWord(HasValue = true, FromString = true)]
public readonly partial record struct CatalogVertical
{
    /// <summary>Goods to sell (Ecommerce): the only vertical that a WhatsApp Business account can use.</summary>
    [Word("commerce")]
    public static partial CatalogVertical Commerce { get; }

    /// <summary>Pets.</summary>
    [Word("adoptable_pets")]
    public static partial CatalogVertical AdoptablePets { get; }

    /// <summary>Apps and software.</summary>
    [Word("apps_and_software")]
    public static partial CatalogVertical AppsAndSoftware { get; }

    /// <summary>Articles.</summary>
    [Word("articles_and_publications")]
    public static partial CatalogVertical ArticlesAndPublications { get; }

    /// <summary>Travel destinations.</summary>
    [Word("destinations")]
    public static partial CatalogVertical Destinations { get; }

    /// <summary>Flights.</summary>
    [Word("flights")]
    public static partial CatalogVertical Flights { get; }

    /// <summary>Any kind of items.</summary>
    [Word("generic")]
    public static partial CatalogVertical Generic { get; }

    /// <summary>Homes.</summary>
    [Word("home_listings")]
    public static partial CatalogVertical HomeListings { get; }

    /// <summary>Hotels.</summary>
    [Word("hotels")]
    public static partial CatalogVertical Hotels { get; }

    /// <summary>Local services.</summary>
    [Word("local_service_businesses")]
    public static partial CatalogVertical LocalServiceBusinesses { get; }

    /// <summary>Films, series and other titles.</summary>
    [Word("media_titles")]
    public static partial CatalogVertical MediaTitles { get; }

    /// <summary>Offers.</summary>
    [Word("offer_items")]
    public static partial CatalogVertical OfferItems { get; }

    /// <summary>Goods of shops without delivery.</summary>
    [Word("offline_commerce")]
    public static partial CatalogVertical OfflineCommerce { get; }

    /// <summary>Professional services.</summary>
    [Word("professional_services")]
    public static partial CatalogVertical ProfessionalServices { get; }

    /// <summary>Tickets and the like.</summary>
    [Word("transactable_items")]
    public static partial CatalogVertical TransactableItems { get; }

    /// <summary>Vehicles.</summary>
    [Word("vehicles")]
    public static partial CatalogVertical Vehicles { get; }
}
