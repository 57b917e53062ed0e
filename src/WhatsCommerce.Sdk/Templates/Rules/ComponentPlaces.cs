namespace WhatsCommerce.Templates;

/// <summary>The paths of the components of a template, or of a card, in the JSON.</summary>
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

    // In the order in which they are written. A missing component would be at the place of the next one.
    public string Header => Behind();

    public string Offer => Behind(_components?.Header);

    public string Body => Behind(_components?.Header, _components?.Offer);

    public string Footer => Behind(_components?.Header, _components?.Offer, _components?.Body);

    public string Buttons => Behind(_components?.Header, _components?.Offer, _components?.Body, _components?.Footer);

    public string Carousel => Behind(
        _components?.Header,
        _components?.Offer,
        _components?.Body,
        _components?.Footer,
        _components?.Buttons is { Count: > 0 } buttons ? buttons : null);

    public ComponentPlaces For(TemplateComponents components) => new(_root, IsCard, components);

    public ComponentPlaces Card(int index) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{Carousel}.cards[{index}].components"), isCard: true);

    private string Behind(params ReadOnlySpan<object?> components)
    {
        int index = 0;
        foreach (object? component in components)
        {
            index += component is null ? 0 : 1;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{_root}[{index}]");
    }
}
