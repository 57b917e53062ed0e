using System.Diagnostics.CodeAnalysis;

namespace WhatsCommerce.Catalogs;

/// <summary>Whether an item that is sold in India must name its country of origin.</summary>
/// <remarks>An open value: a word that is not listed is kept. Source: Meta, ProductItem, <c>wa_compliance_category</c>.</remarks>
public readonly record struct ComplianceCategory
{
    /// <summary>Takes the word as Meta writes it.</summary>
    /// <param name="value">The word; null or blank means absent.</param>
    public ComplianceCategory(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>It must.</summary>
    public static ComplianceCategory Default { get; } = new("DEFAULT");

    /// <summary>It need not.</summary>
    public static ComplianceCategory CountryOriginExempt { get; } = new("COUNTRY_ORIGIN_EXEMPT");

    /// <summary>The word as Meta writes it, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether there is a word.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool HasValue => Value is not null;

    /// <summary>Whether it is one of those above.</summary>
    public bool IsKnown => Value is "DEFAULT" or "COUNTRY_ORIGIN_EXEMPT";

    /// <summary>Takes the word as Meta writes it.</summary>
    /// <param name="value">The word, such as <c>DEFAULT</c>.</param>
    public static implicit operator ComplianceCategory(string? value) => new(value);

    /// <summary>The word, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
