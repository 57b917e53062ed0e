namespace WhatsCommerce.Catalogs;

/// <summary>Whether an item that is sold in India must name its country of origin.</summary>
/// <remarks>An open value: a word that is not listed is kept. Source: Meta, ProductItem, <c>wa_compliance_category</c>.</remarks>
[OpenWord(HasValue = true, FromString = true)]
public readonly partial record struct ComplianceCategory
{
    /// <summary>It must.</summary>
    [Word("DEFAULT")]
    public static partial ComplianceCategory Default { get; }

    /// <summary>It need not.</summary>
    [Word("COUNTRY_ORIGIN_EXEMPT")]
    public static partial ComplianceCategory CountryOriginExempt { get; }
}
