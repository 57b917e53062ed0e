namespace WhatsCommerce.Analytics;

/// <summary>The limits of analytics.</summary>
/// <remarks>Source: Meta, analytics.</remarks>
public static class AnalyticsLimits
{
    /// <summary>How far messaging, conversation, pricing and call analytics reach back: one year.</summary>
    public static TimeSpan Lookback => TimeSpan.FromDays(366);

    /// <summary>How far template and template-group analytics reach back, in days.</summary>
    public static int TemplateLookbackDays => 90;

    /// <summary>How far group analytics reach back, in days.</summary>
    public static int GroupLookbackDays => 90;

    /// <summary>The maximum number of templates in one query.</summary>
    public static int Templates => 10;

    /// <summary>The maximum number of template groups in one query.</summary>
    public static int TemplateGroups => 10;
}
