namespace WhatsCommerce.Webhooks;

/// <summary>How customers take a template (<c>new_quality_score</c>): an open value.</summary>
/// <remarks>Source: Meta, webhooks/reference/message_template_quality_update.</remarks>
public readonly record struct TemplateQuality
{
    /// <summary>Takes the value from its text.</summary>
    /// <param name="value">As on the wire; null or blank means absent.</param>
    public TemplateQuality(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>High.</summary>
    public static TemplateQuality Green { get; } = new("GREEN");

    /// <summary>Medium.</summary>
    public static TemplateQuality Yellow { get; } = new("YELLOW");

    /// <summary>Low: it is about to be paused.</summary>
    public static TemplateQuality Red { get; } = new("RED");

    /// <summary>Not yet known.</summary>
    public static TemplateQuality Unknown { get; } = new("UNKNOWN");

    /// <summary>The value as on the wire, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether it is one of the values listed here.</summary>
    public bool IsKnown => Value is "GREEN" or "YELLOW" or "RED" or "UNKNOWN";

    /// <summary>The value as on the wire, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
