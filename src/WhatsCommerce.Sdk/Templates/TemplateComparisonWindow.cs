namespace WhatsCommerce.Templates;

/// <summary>The period that a comparison of templates covers; the values are days.</summary>
/// <remarks>Source: Meta, templates/template-comparison, timeframes.</remarks>
public enum TemplateComparisonWindow
{
    /// <summary>A week.</summary>
    SevenDays = 7,

    /// <summary>30 days.</summary>
    ThirtyDays = 30,

    /// <summary>60 days.</summary>
    SixtyDays = 60,

    /// <summary>90 days.</summary>
    NinetyDays = 90,
}
