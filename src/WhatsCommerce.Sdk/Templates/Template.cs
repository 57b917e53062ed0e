namespace WhatsCommerce.Templates;

/// <summary>
/// Creates templates: choose the kind, set its parts, call <c>Build()</c>, create it with <see cref="TemplatesClient.CreateAsync"/>.
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
    /// <summary>Starts a marketing template: any header, body, footer and buttons.</summary>
    /// <param name="name">The name.</param>
    /// <param name="language">The language.</param>
    public static CustomTemplateBuilder Marketing(string? name, string? language) => new(Small(name, language, TemplateCategory.Marketing));

    /// <summary>Starts a utility template, about something that the customer requested: any header, body, footer and buttons.</summary>
    /// <param name="name">The name.</param>
    /// <param name="language">The language.</param>
    public static CustomTemplateBuilder Utility(string? name, string? language) => new(Small(name, language, TemplateCategory.Utility));

    /// <summary>Starts a template with a button that opens the catalog.</summary>
    /// <param name="name">The name.</param>
    /// <param name="language">The language.</param>
    public static CatalogTemplateBuilder Catalog(string? name, string? language) =>
        new(new TemplateDraft(name, language), TemplateButtonType.Catalog, "View catalog");

    /// <summary>Starts a template with a list of up to 30 products (MPM), which each message sets.</summary>
    /// <param name="name">The name.</param>
    /// <param name="language">The language.</param>
    public static ProductListTemplateBuilder ProductList(string? name, string? language) => new(new TemplateDraft(name, language));

    /// <summary>
    /// Starts a template with one product (SPM), which each message sets; its body has at most <see cref="TemplateLimits.ProductBody"/>
    /// characters.
    /// </summary>
    /// <param name="name">The name.</param>
    /// <param name="language">The language.</param>
    public static CatalogTemplateBuilder Product(string? name, string? language)
    {
        TemplateDraft draft = Small(name, language, TemplateCategory.Marketing);
        draft.Header = new TemplateHeader(TemplateHeaderFormat.Product);
        return new(draft, TemplateButtonType.Product, "View");
    }

    /// <summary>Starts a template with a carousel of products, which each message sets.</summary>
    /// <param name="name">The name.</param>
    /// <param name="language">The language.</param>
    public static ProductCarouselTemplateBuilder ProductCarousel(string? name, string? language) =>
        new(Small(name, language, TemplateCategory.Marketing));

    /// <summary>Starts a template with a carousel of pictures or videos.</summary>
    /// <param name="name">The name.</param>
    /// <param name="language">The language.</param>
    public static MediaCarouselTemplateBuilder MediaCarousel(string? name, string? language) =>
        new(Small(name, language, TemplateCategory.Marketing));

    /// <summary>Starts a template with a limited-time offer.</summary>
    /// <param name="name">The name.</param>
    /// <param name="language">The language.</param>
    /// <param name="offer">The name of the offer, at most <see cref="TemplateLimits.OfferText"/> characters.</param>
    /// <param name="hasExpiration">Whether the customer sees when it ends; each message then sets the time.</param>
    public static LimitedTimeOfferTemplateBuilder LimitedTimeOffer(
        string? name, string? language, string? offer, bool hasExpiration = true) =>
        new(Small(name, language, TemplateCategory.Marketing), offer, hasExpiration);

    /// <summary>
    /// Starts a template with a coupon: a marketing template with a button that copies a code,
    /// <see cref="CustomTemplateBuilder.CopyCodeButton"/>.
    /// </summary>
    /// <param name="name">The name.</param>
    /// <param name="language">The language.</param>
    public static CustomTemplateBuilder Coupon(string? name, string? language) => new(new TemplateDraft(name, language), isCoupon: true);

    /// <summary>Starts a template with an order to be paid, by default of the category utility; in Brazil and India.</summary>
    /// <param name="name">The name.</param>
    /// <param name="language">The language.</param>
    public static OrderDetailsTemplateBuilder OrderDetails(string? name, string? language) =>
        new(new TemplateDraft(name, language) { Category = TemplateCategory.Utility }, "Review and Pay");

    /// <summary>
    /// Starts a template with an offer and a "Buy now" button that opens an order to be paid; by default of the category marketing; in
    /// India.
    /// </summary>
    /// <param name="name">The name.</param>
    /// <param name="language">The language.</param>
    public static OrderDetailsTemplateBuilder Checkout(string? name, string? language) =>
        new(Small(name, language, TemplateCategory.Marketing), "Buy now");

    /// <summary>Starts a template with the status of an order; in Brazil and India.</summary>
    /// <param name="name">The name.</param>
    /// <param name="language">The language.</param>
    public static OrderStatusTemplateBuilder OrderStatus(string? name, string? language) =>
        new(new TemplateDraft(name, language) { Category = TemplateCategory.Utility, SubCategory = TemplateSubCategory.OrderStatus });

    /// <summary>Starts a template with a one-time password.</summary>
    /// <param name="name">The name.</param>
    /// <param name="language">The language.</param>
    public static AuthenticationTemplateBuilder Authentication(string? name, string? language) =>
        new(Small(name, language, TemplateCategory.Authentication));

    // Meta's pages show some kinds in lower case, and others in upper case; each is written as its page shows it.
    private static TemplateDraft Small(string? name, string? language, TemplateCategory category) =>
        new(name, language) { Category = category, HasSmallLetters = true };
}
