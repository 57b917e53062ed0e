namespace WhatsCommerce.Analytics;

/// <summary>Represents a metric of template analytics; unlisted values are kept.</summary>
/// <remarks>Source: Meta, analytics, template analytics.</remarks>
[OpenWord]
public readonly partial record struct TemplateMetric
{
    /// <summary>Messages sent.</summary>
    [Word("SENT")]
    public static partial TemplateMetric Sent { get; }

    /// <summary>Messages delivered.</summary>
    [Word("DELIVERED")]
    public static partial TemplateMetric Delivered { get; }

    /// <summary>Messages read.</summary>
    [Word("READ")]
    public static partial TemplateMetric Read { get; }

    /// <summary>Clicks on buttons; marketing and utility templates only.</summary>
    [Word("CLICKED")]
    public static partial TemplateMetric Clicked { get; }

    /// <summary>The costs; not reported where a solution partner pays.</summary>
    [Word("COST")]
    public static partial TemplateMetric Cost { get; }
}
