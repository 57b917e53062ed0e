namespace WhatsCommerce.Templates;

/// <summary>Builds a carousel whose cards are products, which each message names. Created by
/// <see cref="Template.ProductCarousel"/>.</summary>
/// <remarks>
/// Two cards are handed in, all alike; a message has two to <see cref="TemplateLimits.CarouselCards"/>. Source: Meta,
/// templates/marketing-templates/product-card-carousel-templates.
/// </remarks>
public sealed class ProductCarouselTemplateBuilder : BodyTemplateBuilder<ProductCarouselTemplateBuilder>
{
    internal ProductCarouselTemplateBuilder(TemplateDraft draft)
        : base(draft) => ViewButton("View");

    /// <summary>
    /// Lets the button of each card open the product, from which it can be put into the cart. So it is unless another is set.
    /// </summary>
    /// <param name="text">Its label, in the language of the template; at most <see cref="TemplateLimits.ButtonText"/> characters.</param>
    public ProductCarouselTemplateBuilder ViewButton(string? text) => Cards(new TemplateButtonDefinition(TemplateButtonType.Product, text));

    /// <summary>Lets the button of each card open a page of the shop's. Such cards bring no orders over WhatsApp.</summary>
    /// <param name="text">Its label, at most <see cref="TemplateLimits.ButtonText"/> characters.</param>
    /// <param name="url">The page, at most <see cref="TemplateLimits.Url"/> characters; may end with <c>{{1}}</c>.</param>
    /// <param name="example">What reviewers see in place of the variable.</param>
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
