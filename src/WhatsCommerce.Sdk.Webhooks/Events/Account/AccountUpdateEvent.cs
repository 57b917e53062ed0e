namespace WhatsCommerce.Webhooks;

/// <summary>The status or settings of a WhatsApp Business account changed (<c>account_update</c>).</summary>
/// <remarks>
/// In events for partners, <see cref="WebhookEvent.BusinessAccountId"/> is their own portfolio, and <see cref="Account"/> the
/// account of the customer. The number, if it is about one, is <see cref="WebhookEvent.DisplayPhoneNumber"/>. Source: Meta,
/// webhooks/reference/account_update.
/// </remarks>
[WebhookField("account_update")]
[WireHead(DisplayPhoneNumber = "phone_number")]
public sealed partial record AccountUpdateEvent : WebhookEvent
{
    /// <summary><c>event</c>: what happened. It determines which of the other members are present.</summary>
    [Wire("event")]
    public AccountUpdateKind Kind { get; init; }

    /// <summary><c>waba_info</c>: the account of a customer, in events for partners.</summary>
    [Wire("waba_info")]
    public BusinessAccountInfo? Account { get; init; }

    /// <summary><c>ban_info</c>: the ban, in events about one.</summary>
    [Wire("ban_info")]
    public AccountBan? Ban { get; init; }

    /// <summary><c>violation_info</c>: the violated policy, in events about a violation.</summary>
    [Wire("violation_info")]
    public AccountViolation? Violation { get; init; }

    /// <summary><c>restriction_info</c>: the restrictions, in events about them.</summary>
    [Wire("restriction_info")]
    public IReadOnlyList<AccountRestriction> Restrictions { get; init; } = [];

    /// <summary><c>partner_client_certification_info</c> or <c>partner_client_certification_needed_info</c>.</summary>
    [Wire("partner_client_certification_info", "partner_client_certification_needed_info")]
    public PartnerCertification? Certification { get; init; }

    /// <summary><c>volume_tier_info</c>: the volume tier, in events about one.</summary>
    [Wire("volume_tier_info")]
    public VolumeTier? VolumeTier { get; init; }

    /// <summary>
    /// <c>auth_international_rate_eligibility</c>: when international rates for authentication apply, in events about them.
    /// </summary>
    [Wire("auth_international_rate_eligibility")]
    public InternationalRates? InternationalRates { get; init; }

    /// <summary><c>country</c>: the country that Meta determined for the business, as ISO 3166-1 alpha-2.</summary>
    [Wire("country")]
    public string? Country { get; init; }
}
