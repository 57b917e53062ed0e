using System.Diagnostics.CodeAnalysis;

namespace WhatsCommerce.Catalogs;

/// <summary>What a catalog is for.</summary>
/// <remarks>An open value: a word that is not listed is kept. Source: Meta, Business <c>owned_product_catalogs</c>, <c>vertical</c>.</remarks>
public readonly record struct CatalogVertical
{
    /// <summary>Takes the word as Meta writes it.</summary>
    /// <param name="value">The word; null or blank means absent.</param>
    public CatalogVertical(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>Goods to sell (Ecommerce): the only kind that a WhatsApp Business account can use.</summary>
    public static CatalogVertical Commerce { get; } = new("commerce");

    /// <summary>Pets.</summary>
    public static CatalogVertical AdoptablePets { get; } = new("adoptable_pets");

    /// <summary>Apps and software.</summary>
    public static CatalogVertical AppsAndSoftware { get; } = new("apps_and_software");

    /// <summary>Articles.</summary>
    public static CatalogVertical ArticlesAndPublications { get; } = new("articles_and_publications");

    /// <summary>Travel destinations.</summary>
    public static CatalogVertical Destinations { get; } = new("destinations");

    /// <summary>Flights.</summary>
    public static CatalogVertical Flights { get; } = new("flights");

    /// <summary>Anything.</summary>
    public static CatalogVertical Generic { get; } = new("generic");

    /// <summary>Homes.</summary>
    public static CatalogVertical HomeListings { get; } = new("home_listings");

    /// <summary>Hotels.</summary>
    public static CatalogVertical Hotels { get; } = new("hotels");

    /// <summary>Local services.</summary>
    public static CatalogVertical LocalServiceBusinesses { get; } = new("local_service_businesses");

    /// <summary>Films, series and other titles.</summary>
    public static CatalogVertical MediaTitles { get; } = new("media_titles");

    /// <summary>Offers.</summary>
    public static CatalogVertical OfferItems { get; } = new("offer_items");

    /// <summary>Goods of shops without delivery.</summary>
    public static CatalogVertical OfflineCommerce { get; } = new("offline_commerce");

    /// <summary>Professional services.</summary>
    public static CatalogVertical ProfessionalServices { get; } = new("professional_services");

    /// <summary>Tickets and the like.</summary>
    public static CatalogVertical TransactableItems { get; } = new("transactable_items");

    /// <summary>Vehicles.</summary>
    public static CatalogVertical Vehicles { get; } = new("vehicles");

    /// <summary>The word as Meta writes it, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether there is a word.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool HasValue => Value is not null;

    /// <summary>Whether it is one of those above.</summary>
    public bool IsKnown => Value is "commerce" or "adoptable_pets" or "apps_and_software" or "articles_and_publications" or "destinations"
        or "flights" or "generic" or "home_listings" or "hotels" or "local_service_businesses"
        or "media_titles" or "offer_items" or "offline_commerce" or "professional_services" or "transactable_items"
        or "vehicles";

    /// <summary>Takes the word as Meta writes it.</summary>
    /// <param name="value">The word, such as <c>commerce</c>.</param>
    public static implicit operator CatalogVertical(string? value) => new(value);

    /// <summary>The word, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
