namespace WhatsCommerce.Analytics;

/// <summary>The limits of analytics.</summary>
/// <remarks>Source: Meta, analytics.</remarks>
public static class AnalyticsLimits
{
    /// <summary>The maximum age of messaging, conversation, pricing and call analytics: one year.</summary>
    public static TimeSpan Lookback => TimeSpan.FromDays(366);

    /// <summary>The maximum age of template and template group analytics, in days.</summary>
    public static int TemplateLookbackDays => 90;

    /// <summary>The maximum age of group analytics, in days.</summary>
    public static int GroupLookbackDays => 90;

    /// <summary>The maximum number of templates in one query.</summary>
    public static int Templates => 10;

    /// <summary>The maximum number of template groups in one query.</summary>
    public static int TemplateGroups => 10;
}
