namespace WhatsCommerce.Commerce;

/// <summary>The legal form of an Indian business; unlisted values are kept.</summary>
/// <remarks>Source: Meta, business_compliance_info reference.</remarks>
[OpenWord]
public readonly partial record struct BusinessEntityType
{
    /// <summary>Limited liability partnership.</summary>
    [Word("LIMITED_LIABILITY_PARTNERSHIP")]
    public static partial BusinessEntityType LimitedLiabilityPartnership { get; }

    /// <summary>Sole proprietorship.</summary>
    [Word("SOLE_PROPRIETORSHIP")]
    public static partial BusinessEntityType SoleProprietorship { get; }

    /// <summary>Partnership; see also <see cref="BusinessCompliance.IsRegistered"/>.</summary>
    [Word("PARTNERSHIP")]
    public static partial BusinessEntityType Partnership { get; }

    /// <summary>Public company.</summary>
    [Word("PUBLIC_COMPANY")]
    public static partial BusinessEntityType PublicCompany { get; }

    /// <summary>Private company.</summary>
    [Word("PRIVATE_COMPANY")]
    public static partial BusinessEntityType PrivateCompany { get; }

    /// <summary>
    /// Another type, in <see cref="BusinessCompliance.CustomEntityType"/>; set <see cref="BusinessCompliance.IsRegistered"/> too.
    /// </summary>
    [Word("OTHER")]
    public static partial BusinessEntityType Other { get; }
}
