namespace WhatsCommerce.Templates;

/// <summary>Builds a carousel whose cards are pictures or videos. Created by <see cref="Template.MediaCarousel"/>.</summary>
/// <remarks>Source: Meta, templates/marketing-templates/media-card-carousel-templates.</remarks>
public sealed class MediaCarouselTemplateBuilder : BodyTemplateBuilder<MediaCarouselTemplateBuilder>
{
    internal MediaCarouselTemplateBuilder(TemplateDraft draft)
        : base(draft) { }

    /// <summary>
    /// Adds a card: <c>.Card(card =&gt; card.Image("4::aW...").QuickReplyButton("More like this"))</c>. All cards have the same parts.
    /// </summary>
    /// <param name="card">Configures the card; called immediately.</param>
    public MediaCarouselTemplateBuilder Card(Action<MediaCardTemplateBuilder> card)
    {
        ArgumentNullException.ThrowIfNull(card);
        MediaCardTemplateBuilder builder = new();
        card(builder);
        Draft.Cards.Add(builder.ToComponents());
        return this;
    }

    private protected override void Check(Violations violations)
    {
        if (Draft.Cards.Count == 0)
        {
            violations.Add(
                "components",
                ViolationRule.Required,
                "A carousel has at least 2 cards, and there is none: add them with .Card(...).",
                TemplateLimits.CarouselMinCards,
                0);
        }
    }
}
