namespace WhatsCommerce.Webhooks;

/// <summary>What a template is for, and whose rate applies to it: an open value.</summary>
/// <remarks>Source: Meta, webhooks/reference/template_category_update.</remarks>
public readonly record struct TemplateCategory
{
    /// <summary>Takes the value from its text.</summary>
    /// <param name="value">As on the wire; null or blank means absent.</param>
    public TemplateCategory(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>A code to log in with.</summary>
    public static TemplateCategory Authentication { get; } = new("AUTHENTICATION");

    /// <summary>Anything that is not one of the others.</summary>
    public static TemplateCategory Marketing { get; } = new("MARKETING");

    /// <summary>About an order, a payment or the like that the customer asked for.</summary>
    public static TemplateCategory Utility { get; } = new("UTILITY");

    /// <summary>The value as on the wire, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether it is one of the values listed here.</summary>
    public bool IsKnown => Value is "AUTHENTICATION" or "MARKETING" or "UTILITY";

    /// <summary>The value as on the wire, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
