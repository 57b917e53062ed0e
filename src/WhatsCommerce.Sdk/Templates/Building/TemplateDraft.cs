namespace WhatsCommerce.Templates;

/// <summary>The values that builders set.</summary>
internal sealed class TemplateDraft(string? name, string? language)
{
    public TemplateCategory Category { get; set; } = TemplateCategory.Marketing;
    public TemplateSubCategory SubCategory { get; init; }
    public bool HasSmallLetters { get; init; }
    public TimeSpan? TimeToLive { get; set; }
    public bool? AllowsCategoryChange { get; set; }
    public TemplateHeader? Header { get; set; }
    public TemplateOffer? Offer { get; set; }
    public TemplateBody? Body { get; set; }
    public TemplateFooter? Footer { get; set; }
    public List<TemplateButtonDefinition> Buttons { get; } = [];
    public List<TemplateComponents> Cards { get; } = [];
    public bool AsksToCall { get; set; }

    /// <summary>Creates the definition, without validation.</summary>
    public TemplateDefinition ToDefinition()
    {
        TemplateComponents components = ToComponents();
        bool isNamed = new TemplateTextComponent?[] { Header, Body }.Concat(Cards.Select(card => card.Body))
            .Any(part => part is not null && part.Variables.Any(variable => !TemplateVariables.IsPosition(variable)));
        return new TemplateDefinition(name ?? "", language ?? "", Category, components)
        {
            SubCategory = SubCategory,
            ParameterFormat = isNamed ? TemplateParameterFormat.Named : default,
            TimeToLive = TimeToLive,
            AllowsCategoryChange = AllowsCategoryChange,
            HasSmallLetters = HasSmallLetters,
        };
    }

    public TemplateComponents ToComponents() => new()
    {
        Header = Header,
        Offer = Offer,
        Body = Body,
        Footer = Footer,
        Buttons = Buttons,
        Cards = Cards,
        AsksToCall = AsksToCall,
    };
}
