namespace WhatsCommerce.Messages;

/// <summary>Builds a media carousel: a body, and two to ten cards that all have the same kind and number of buttons.</summary>
/// <remarks>Meta allows no header and no footer. Source: Meta, messages/interactive-media-carousel-messages.</remarks>
public sealed class MediaCarouselMessageBuilder : BodyMessageBuilder<MediaCarouselMessageBuilder, MediaCarouselMessage>
{
    private readonly List<MediaCardBuilder> _cards = [];

    internal MediaCarouselMessageBuilder() { }

    /// <summary>Adds a card: <c>.Card(card =&gt; card.Image(picture).Body("Apples").CallToAction("Buy now", url))</c>.</summary>
    /// <param name="card">Configures the card; called immediately.</param>
    public MediaCarouselMessageBuilder Card(Action<MediaCardBuilder> card)
    {
        ArgumentNullException.ThrowIfNull(card);
        MediaCardBuilder builder = new();
        card(builder);
        _cards.Add(builder);
        return this;
    }

    private protected override void Validate(Violations violations)
    {
        RequireBody(violations);
        violations.RequireCount(
            "interactive.action.cards", _cards.Count, MessageLimits.CarouselMinCards, MessageLimits.CarouselCards, "card");
        for (int i = 0; i < _cards.Count; i++)
        {
            _cards[i].Validate(violations, i);
            if (!_cards[i].HasButtonsLike(_cards[0]))
            {
                violations.Add(new("interactive.action.cards[{0}].action", i), ViolationRule.NotAllowed,
                    "The cards of a carousel all have the same kind and number of buttons; this card has others than the first.");
            }
        }
    }

    private protected override MediaCarouselMessage Create() => new(BodyText!, [.. _cards.Select(card => card.Create())]);
}
