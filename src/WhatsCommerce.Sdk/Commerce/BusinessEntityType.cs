namespace WhatsCommerce.Commerce;

/// <summary>The legal form of an Indian business: an open value.</summary>
/// <remarks>Source: Meta, business_compliance_info reference.</remarks>
public readonly record struct BusinessEntityType
{
    /// <summary>Takes the value from its text.</summary>
    /// <param name="value">As on the wire; null or blank means absent.</param>
    public BusinessEntityType(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>Limited liability partnership.</summary>
    public static BusinessEntityType LimitedLiabilityPartnership { get; } = new("LIMITED_LIABILITY_PARTNERSHIP");

    /// <summary>Sole proprietorship.</summary>
    public static BusinessEntityType SoleProprietorship { get; } = new("SOLE_PROPRIETORSHIP");

    /// <summary>Partnership; <see cref="BusinessCompliance.IsRegistered"/> tells more.</summary>
    public static BusinessEntityType Partnership { get; } = new("PARTNERSHIP");

    /// <summary>Public company.</summary>
    public static BusinessEntityType PublicCompany { get; } = new("PUBLIC_COMPANY");

    /// <summary>Private company.</summary>
    public static BusinessEntityType PrivateCompany { get; } = new("PRIVATE_COMPANY");

    /// <summary>Another one, named in <see cref="BusinessCompliance.CustomEntityType"/>; <see cref="BusinessCompliance.IsRegistered"/> tells more.</summary>
    public static BusinessEntityType Other { get; } = new("OTHER");

    /// <summary>The value as on the wire, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether it is one of the values listed here.</summary>
    public bool IsKnown => Value is
        "LIMITED_LIABILITY_PARTNERSHIP" or "SOLE_PROPRIETORSHIP" or "PARTNERSHIP" or "PUBLIC_COMPANY" or "PRIVATE_COMPANY" or "OTHER";

    /// <summary>The value as on the wire, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
