namespace WhatsCommerce;

/// <summary>The quality rating of a template, from customers' feedback.</summary>
/// <remarks>
/// An extensible enumeration: unlisted values are kept. Words are compared case-insensitively, since Meta's own pages write both cases.
/// Source: Meta, webhooks/reference/message_template_quality_update.
/// </remarks>
[OpenWord(Case = WordCase.Upper, HasValue = true, FromString = true)]
public readonly partial record struct TemplateQuality
{
    /// <summary>High.</summary>
    [Word("GREEN")]
    public static partial TemplateQuality Green { get; }

    /// <summary>Medium.</summary>
    [Word("YELLOW")]
    public static partial TemplateQuality Yellow { get; }

    /// <summary>Low: it is about to be paused.</summary>
    [Word("RED")]
    public static partial TemplateQuality Red { get; }

    /// <summary>Not yet known.</summary>
    [Word("UNKNOWN")]
    public static partial TemplateQuality Unknown { get; }
}
