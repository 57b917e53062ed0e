namespace WhatsCommerce.Templates;

/// <summary>
/// Where every template begins: pick the kind, fill it in, call <c>Build()</c>, create it with <see cref="TemplatesClient.CreateAsync"/>.
/// </summary>
/// <remarks>
/// A name is made of <c>a-z</c>, digits and <c>_</c>, at most <see cref="TemplateLimits.Name"/> characters; a language is a code such as
/// <c>en_US</c>. Source: Meta, templates/overview and the pages of each kind.
/// </remarks>
/// <example>
/// <code>
/// TemplateDefinition offer = Template.Catalog("july_offer", "en_US")
///     .Body("Hi {{1}}, get {{2}} off everything in our shop!", "Pablo", "10%")
///     .Footer("Until the end of July")
///     .Build();
/// </code>
/// </example>
public static class Template
{
    /// <summary>A plain marketing template: any header, body, footer and buttons.</summary>
    /// <param name="name">The name.</param>
    /// <param name="language">The language.</param>
    public static CustomTemplateBuilder Marketing(string? name, string? language) => new(Small(name, language, TemplateCategory.Marketing));

    /// <summary>A utility template, about something that the customer requested: any header, body, footer and buttons.</summary>
    /// <param name="name">The name.</param>
    /// <param name="language">The language.</param>
    public static CustomTemplateBuilder Utility(string? name, string? language) => new(Small(name, language, TemplateCategory.Utility));

    /// <summary>A button that opens the catalog.</summary>
    /// <param name="name">The name.</param>
    /// <param name="language">The language.</param>
    public static CatalogTemplateBuilder Catalog(string? name, string? language) =>
        new(new TemplateDraft(name, language), TemplateButtonType.Catalog, "View catalog");

    /// <summary>A list of up to 30 products (MPM), which each message names.</summary>
    /// <param name="name">The name.</param>
    /// <param name="language">The language.</param>
    public static ProductListTemplateBuilder ProductList(string? name, string? language) => new(new TemplateDraft(name, language));

    /// <summary>
    /// One product (SPM), which each message names; its body has at most <see cref="TemplateLimits.ProductBody"/> characters.
    /// </summary>
    /// <param name="name">The name.</param>
    /// <param name="language">The language.</param>
    public static CatalogTemplateBuilder Product(string? name, string? language)
    {
        TemplateDraft draft = Small(name, language, TemplateCategory.Marketing);
        draft.Header = new TemplateHeader(TemplateHeaderFormat.Product);
        return new(draft, TemplateButtonType.Product, "View");
    }

    /// <summary>A carousel of products, which each message names.</summary>
    /// <param name="name">The name.</param>
    /// <param name="language">The language.</param>
    public static ProductCarouselTemplateBuilder ProductCarousel(string? name, string? language) =>
        new(Small(name, language, TemplateCategory.Marketing));

    /// <summary>A carousel of pictures or videos.</summary>
    /// <param name="name">The name.</param>
    /// <param name="language">The language.</param>
    public static MediaCarouselTemplateBuilder MediaCarousel(string? name, string? language) =>
        new(Small(name, language, TemplateCategory.Marketing));

    /// <summary>An offer that ends.</summary>
    /// <param name="name">The name.</param>
    /// <param name="language">The language.</param>
    /// <param name="offer">What the offer is called, at most <see cref="TemplateLimits.OfferText"/> characters.</param>
    /// <param name="hasExpiration">Whether the customer sees when it ends; then each message says when.</param>
    public static LimitedTimeOfferTemplateBuilder LimitedTimeOffer(
        string? name, string? language, string? offer, bool hasExpiration = true) =>
        new(Small(name, language, TemplateCategory.Marketing), offer, hasExpiration);

    /// <summary>
    /// A coupon: a plain marketing template with a button that copies a code, <see cref="CustomTemplateBuilder.CopyCodeButton"/>.
    /// </summary>
    /// <param name="name">The name.</param>
    /// <param name="language">The language.</param>
    public static CustomTemplateBuilder Coupon(string? name, string? language) => new(new TemplateDraft(name, language), isCoupon: true);

    /// <summary>An order to be paid, of the category utility unless specified otherwise; in Brazil and India.</summary>
    /// <param name="name">The name.</param>
    /// <param name="language">The language.</param>
    public static OrderDetailsTemplateBuilder OrderDetails(string? name, string? language) =>
        new(new TemplateDraft(name, language) { Category = TemplateCategory.Utility }, "Review and Pay");

    /// <summary>An offer with a "Buy now" button that opens an order to be paid; by default of the category marketing; in India.</summary>
    /// <param name="name">The name.</param>
    /// <param name="language">The language.</param>
    public static OrderDetailsTemplateBuilder Checkout(string? name, string? language) =>
        new(Small(name, language, TemplateCategory.Marketing), "Buy now");

    /// <summary>The status of an order; in Brazil and India.</summary>
    /// <param name="name">The name.</param>
    /// <param name="language">The language.</param>
    public static OrderStatusTemplateBuilder OrderStatus(string? name, string? language) =>
        new(new TemplateDraft(name, language) { Category = TemplateCategory.Utility, SubCategory = TemplateSubCategory.OrderStatus });

    /// <summary>A one-time password.</summary>
    /// <param name="name">The name.</param>
    /// <param name="language">The language.</param>
    public static AuthenticationTemplateBuilder Authentication(string? name, string? language) =>
        new(Small(name, language, TemplateCategory.Authentication));

    // Meta's pages show some kinds in small letters, and others in capitals; each is written as its page shows it.
    private static TemplateDraft Small(string? name, string? language, TemplateCategory category) =>
        new(name, language) { Category = category, HasSmallLetters = true };
}
