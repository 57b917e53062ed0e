namespace WhatsCommerce.Templates;

/// <summary>
/// Builds a carousel whose cards are products, which each message sets. Created by <see cref="Template.ProductCarousel"/>.
/// </summary>
/// <remarks>
/// The template is submitted with two identical cards; a message has two to <see cref="TemplateLimits.CarouselCards"/>. Source: Meta,
/// templates/marketing-templates/product-card-carousel-templates.
/// </remarks>
public sealed class ProductCarouselTemplateBuilder : BodyTemplateBuilder<ProductCarouselTemplateBuilder>
{
    internal ProductCarouselTemplateBuilder(TemplateDraft draft)
        : base(draft) => ViewButton("View");

    /// <summary>Adds a button to each card that opens the product, from which it can be put into the cart; the default.</summary>
    /// <param name="text">Its label, in the language of the template; at most <see cref="TemplateLimits.ButtonText"/> characters.</param>
    public ProductCarouselTemplateBuilder ViewButton(string? text) => Cards(new TemplateButtonDefinition(TemplateButtonType.Product, text));

    /// <summary>Adds a button to each card that opens a page of the shop. Such cards cannot lead to orders over WhatsApp.</summary>
    /// <param name="text">Its label, at most <see cref="TemplateLimits.ButtonText"/> characters.</param>
    /// <param name="url">The URL, at most <see cref="TemplateLimits.Url"/> characters; may end with <c>{{1}}</c>.</param>
    /// <param name="example">The example of the variable for Meta's review.</param>
    public ProductCarouselTemplateBuilder UrlButton(string? text, string? url, string? example = null) =>
        Cards(new TemplateButtonDefinition(TemplateButtonType.Url, text, url: url, example: NullIfEmpty(example)));

    private ProductCarouselTemplateBuilder Cards(TemplateButtonDefinition button)
    {
        TemplateComponents card = new() { Header = new TemplateHeader(TemplateHeaderFormat.Product), Buttons = [button] };
        Draft.Cards.Clear();
        Draft.Cards.AddRange([card, card]);
        return this;
    }
}
