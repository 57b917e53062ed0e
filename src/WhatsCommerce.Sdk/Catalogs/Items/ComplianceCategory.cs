namespace WhatsCommerce.Catalogs;

/// <summary>Represents whether an item that is sold in India requires a country of origin.</summary>
/// <remarks>An extensible enumeration: unlisted values are kept. Source: Meta, ProductItem, <c>wa_compliance_category</c>.</remarks>
[OpenWord(HasValue = true, FromString = true)]
public readonly partial record struct ComplianceCategory
{
    /// <summary>The country of origin is required.</summary>
    [Word("DEFAULT")]
    public static partial ComplianceCategory Default { get; }

    /// <summary>The country of origin is not required.</summary>
    [Word("COUNTRY_ORIGIN_EXEMPT")]
    public static partial ComplianceCategory CountryOriginExempt { get; }
}
