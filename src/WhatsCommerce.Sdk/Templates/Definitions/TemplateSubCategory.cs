using System.Diagnostics.CodeAnalysis;

namespace WhatsCommerce.Templates;

/// <summary>What kind of template it is within its category.</summary>
/// <remarks>
/// An open value: a word that is not listed is kept. Words are equal without regard to case, since Meta's own pages write both.
/// Source: Meta, WhatsApp Business Account message_templates, <c>sub_category</c>.
/// </remarks>
public readonly record struct TemplateSubCategory
{
    /// <summary>Takes the word as Meta writes it.</summary>
    /// <param name="value">The word in any case; null or blank means absent.</param>
    public TemplateSubCategory(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value.ToUpperInvariant();

    /// <summary>No particular kind.</summary>
    public static TemplateSubCategory Custom { get; } = new("CUSTOM");

    /// <summary>It opens an order to be paid.</summary>
    public static TemplateSubCategory OrderDetails { get; } = new("ORDER_DETAILS");

    /// <summary>It says how far an order has come.</summary>
    public static TemplateSubCategory OrderStatus { get; } = new("ORDER_STATUS");

    /// <summary>It says how far an order has come, with more about it.</summary>
    public static TemplateSubCategory RichOrderStatus { get; } = new("RICH_ORDER_STATUS");

    /// <summary>The word in capitals, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether there is a word.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool HasValue => Value is not null;

    /// <summary>Whether it is one of those above.</summary>
    public bool IsKnown => Value is "CUSTOM" or "ORDER_DETAILS" or "ORDER_STATUS" or "RICH_ORDER_STATUS";

    /// <summary>Takes the word as Meta writes it.</summary>
    /// <param name="value">The word, such as <c>CUSTOM</c>.</param>
    public static implicit operator TemplateSubCategory(string? value) => new(value);

    /// <summary>The word, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
