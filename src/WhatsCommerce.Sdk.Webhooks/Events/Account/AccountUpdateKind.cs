namespace WhatsCommerce.Webhooks;

/// <summary>What happened to an account (<c>event</c>): an open value.</summary>
/// <remarks>Source: Meta, webhooks/reference/account_update.</remarks>
public readonly record struct AccountUpdateKind
{
    /// <summary>Takes the value from its text.</summary>
    /// <param name="value">As on the wire; null or blank means absent.</param>
    public AccountUpdateKind(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>It is gone.</summary>
    public static AccountUpdateKind AccountDeleted { get; } = new("ACCOUNT_DELETED");

    /// <summary>Its number left the Cloud API: the WhatsApp Business app was used no more.</summary>
    public static AccountUpdateKind AccountOffboarded { get; } = new("ACCOUNT_OFFBOARDED");

    /// <summary>Its number came back to the Cloud API.</summary>
    public static AccountUpdateKind AccountReconnected { get; } = new("ACCOUNT_RECONNECTED");

    /// <summary>Some of what it may do was taken away: <see cref="AccountUpdateEvent.Restrictions"/>.</summary>
    public static AccountUpdateKind AccountRestriction { get; } = new("ACCOUNT_RESTRICTION");

    /// <summary>It broke a policy: <see cref="AccountUpdateEvent.Violation"/>.</summary>
    public static AccountUpdateKind AccountViolation { get; } = new("ACCOUNT_VIOLATION");

    /// <summary>The partner may use its ad account.</summary>
    public static AccountUpdateKind AdAccountLinked { get; } = new("AD_ACCOUNT_LINKED");

    /// <summary>International rates for authentication apply: <see cref="AccountUpdateEvent.InternationalRates"/>.</summary>
    public static AccountUpdateKind InternationalRatesUpdate { get; } = new("AUTH_INTL_PRICE_ELIGIBILITY_UPDATE");

    /// <summary>Its country was set: <see cref="AccountUpdateEvent.Country"/>.</summary>
    public static AccountUpdateKind CountryUpdate { get; } = new("BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE");

    /// <summary>It was banned, or let back in: <see cref="AccountUpdateEvent.Ban"/>.</summary>
    public static AccountUpdateKind DisabledUpdate { get; } = new("DISABLED_UPDATE");

    /// <summary>The terms of the Marketing Messages API were accepted.</summary>
    public static AccountUpdateKind MarketingMessagesTermsSigned { get; } = new("MM_LITE_TERMS_SIGNED");

    /// <summary>It was shared with the partner.</summary>
    public static AccountUpdateKind PartnerAdded { get; } = new("PARTNER_ADDED");

    /// <summary>It is no longer shared with the partner.</summary>
    public static AccountUpdateKind PartnerRemoved { get; } = new("PARTNER_REMOVED");

    /// <summary>A permission was given to the app.</summary>
    public static AccountUpdateKind PartnerAppInstalled { get; } = new("PARTNER_APP_INSTALLED");

    /// <summary>The app was removed.</summary>
    public static AccountUpdateKind PartnerAppUninstalled { get; } = new("PARTNER_APP_UNINSTALLED");

    /// <summary>Its business has to be verified: <see cref="AccountUpdateEvent.Certification"/>.</summary>
    public static AccountUpdateKind PartnerClientCertificationNeeded { get; } = new("PARTNER_CLIENT_CERTIFICATION_NEEDED");

    /// <summary>A verification through the partner went on: <see cref="AccountUpdateEvent.Certification"/>.</summary>
    public static AccountUpdateKind PartnerClientCertificationUpdate { get; } = new("PARTNER_CLIENT_CERTIFICATION_STATUS_UPDATE");

    /// <summary>A number became an Official Business Account.</summary>
    public static AccountUpdateKind VerifiedAccount { get; } = new("VERIFIED_ACCOUNT");

    /// <summary>A lower price was reached: <see cref="AccountUpdateEvent.VolumeTier"/>.</summary>
    public static AccountUpdateKind VolumeTierUpdate { get; } = new("VOLUME_BASED_PRICING_TIER_UPDATE");

    /// <summary>The value as on the wire, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether it is one of the values listed here.</summary>
    public bool IsKnown => Value is
        "ACCOUNT_DELETED" or "ACCOUNT_OFFBOARDED" or "ACCOUNT_RECONNECTED" or "ACCOUNT_RESTRICTION" or "ACCOUNT_VIOLATION"
        or "AD_ACCOUNT_LINKED" or "AUTH_INTL_PRICE_ELIGIBILITY_UPDATE" or "BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE"
        or "DISABLED_UPDATE" or "MM_LITE_TERMS_SIGNED" or "PARTNER_ADDED" or "PARTNER_REMOVED" or "PARTNER_APP_INSTALLED"
        or "PARTNER_APP_UNINSTALLED" or "PARTNER_CLIENT_CERTIFICATION_NEEDED" or "PARTNER_CLIENT_CERTIFICATION_STATUS_UPDATE"
        or "VERIFIED_ACCOUNT" or "VOLUME_BASED_PRICING_TIER_UPDATE";

    /// <summary>The value as on the wire, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
