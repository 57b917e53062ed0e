namespace WhatsCommerce.Templates;

/// <summary>Represents how the variables of a template are identified.</summary>
/// <remarks>
/// An extensible enumeration: unlisted values are kept. Comparisons ignore case, since Meta's own pages use both.
/// Source: Meta, WhatsApp Business Account message_templates, <c>parameter_format</c>.
/// </remarks>
[OpenWord(Case = WordCase.Upper, HasValue = true, FromString = true)]
public readonly partial record struct TemplateParameterFormat
{
    /// <summary>By numbers: <c>{{1}}</c>, <c>{{2}}</c>.</summary>
    [Word("POSITIONAL")]
    public static partial TemplateParameterFormat Positional { get; }

    /// <summary>By names: <c>{{first_name}}</c>.</summary>
    [Word("NAMED")]
    public static partial TemplateParameterFormat Named { get; }
}
