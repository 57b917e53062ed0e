namespace WhatsCommerce.Webhooks;

/// <summary>Represents the kind of event of an account (<c>event</c>); unlisted values are kept.</summary>
/// <remarks>Source: Meta, webhooks/reference/account_update.</remarks>
[OpenWord]
public readonly partial record struct AccountUpdateKind
{
    /// <summary>The account was deleted.</summary>
    [Word("ACCOUNT_DELETED")]
    public static partial AccountUpdateKind AccountDeleted { get; }

    /// <summary>Its number left the Cloud API, because the WhatsApp Business app was not used.</summary>
    [Word("ACCOUNT_OFFBOARDED")]
    public static partial AccountUpdateKind AccountOffboarded { get; }

    /// <summary>Its number was reconnected to the Cloud API.</summary>
    [Word("ACCOUNT_RECONNECTED")]
    public static partial AccountUpdateKind AccountReconnected { get; }

    /// <summary>The account was restricted: <see cref="AccountUpdateEvent.Restrictions"/>.</summary>
    [Word("ACCOUNT_RESTRICTION")]
    public static partial AccountUpdateKind AccountRestriction { get; }

    /// <summary>The account violated a policy: <see cref="AccountUpdateEvent.Violation"/>.</summary>
    [Word("ACCOUNT_VIOLATION")]
    public static partial AccountUpdateKind AccountViolation { get; }

    /// <summary>The partner may use its ad account.</summary>
    [Word("AD_ACCOUNT_LINKED")]
    public static partial AccountUpdateKind AdAccountLinked { get; }

    /// <summary>International rates for authentication apply: <see cref="AccountUpdateEvent.InternationalRates"/>.</summary>
    [Word("AUTH_INTL_PRICE_ELIGIBILITY_UPDATE")]
    public static partial AccountUpdateKind InternationalRatesUpdate { get; }

    /// <summary>Its country was set: <see cref="AccountUpdateEvent.Country"/>.</summary>
    [Word("BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE")]
    public static partial AccountUpdateKind CountryUpdate { get; }

    /// <summary>The account was banned, or its ban was lifted: <see cref="AccountUpdateEvent.Ban"/>.</summary>
    [Word("DISABLED_UPDATE")]
    public static partial AccountUpdateKind DisabledUpdate { get; }

    /// <summary>The terms of the Marketing Messages API were accepted.</summary>
    [Word("MM_LITE_TERMS_SIGNED")]
    public static partial AccountUpdateKind MarketingMessagesTermsSigned { get; }

    /// <summary>It was shared with the partner.</summary>
    [Word("PARTNER_ADDED")]
    public static partial AccountUpdateKind PartnerAdded { get; }

    /// <summary>It is no longer shared with the partner.</summary>
    [Word("PARTNER_REMOVED")]
    public static partial AccountUpdateKind PartnerRemoved { get; }

    /// <summary>The app was granted a permission.</summary>
    [Word("PARTNER_APP_INSTALLED")]
    public static partial AccountUpdateKind PartnerAppInstalled { get; }

    /// <summary>The app was removed.</summary>
    [Word("PARTNER_APP_UNINSTALLED")]
    public static partial AccountUpdateKind PartnerAppUninstalled { get; }

    /// <summary>Its business must be verified: <see cref="AccountUpdateEvent.Certification"/>.</summary>
    [Word("PARTNER_CLIENT_CERTIFICATION_NEEDED")]
    public static partial AccountUpdateKind PartnerClientCertificationNeeded { get; }

    /// <summary>A verification through the partner made progress: <see cref="AccountUpdateEvent.Certification"/>.</summary>
    [Word("PARTNER_CLIENT_CERTIFICATION_STATUS_UPDATE")]
    public static partial AccountUpdateKind PartnerClientCertificationUpdate { get; }

    /// <summary>A number became an Official Business Account.</summary>
    [Word("VERIFIED_ACCOUNT")]
    public static partial AccountUpdateKind VerifiedAccount { get; }

    /// <summary>A volume tier with a lower price was reached: <see cref="AccountUpdateEvent.VolumeTier"/>.</summary>
    [Word("VOLUME_BASED_PRICING_TIER_UPDATE")]
    public static partial AccountUpdateKind VolumeTierUpdate { get; }
}
