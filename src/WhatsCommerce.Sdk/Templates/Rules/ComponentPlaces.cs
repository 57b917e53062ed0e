using System.Globalization;

namespace WhatsCommerce.Templates;

/// <summary>Where the components of a template, or of a card, stand in what is written.</summary>
internal sealed class ComponentPlaces
{
    private readonly string _root;
    private readonly TemplateComponents? _components;

    private ComponentPlaces(string root, bool isCard, TemplateComponents? components = null)
    {
        _root = root;
        IsCard = isCard;
        _components = components;
    }

    public static ComponentPlaces OfTemplate { get; } = new("components", isCard: false);

    public bool IsCard { get; }

    // In the order in which they are written. What is missing would stand where the next one stands.
    public string Header => At(0);

    public string Offer => At(Count(_components?.Header));

    public string Body => At(Count(_components?.Header) + Count(_components?.Offer));

    public string Footer => At(Count(_components?.Header) + Count(_components?.Offer) + Count(_components?.Body));

    public string Buttons => At(Count(_components?.Header) + Count(_components?.Offer) + Count(_components?.Body) + Count(_components?.Footer));

    public string Carousel => At(
        Count(_components?.Header) + Count(_components?.Offer) + Count(_components?.Body) + Count(_components?.Footer) + (_components?.Buttons.Count > 0 ? 1 : 0));

    public ComponentPlaces For(TemplateComponents components) => new(_root, IsCard, components);

    public ComponentPlaces Card(int index) => new(string.Create(CultureInfo.InvariantCulture, $"{Carousel}.cards[{index}].components"), isCard: true);

    private static int Count(object? component) => component is null ? 0 : 1;

    private string At(int index) => string.Create(CultureInfo.InvariantCulture, $"{_root}[{index}]");
}
