using System.Text;

namespace WhatsCommerce.Webhooks;

/// <summary>Something happened to a WhatsApp Business account (<c>account_update</c>).</summary>
/// <remarks>
/// In what partners are told, <see cref="WebhookEvent.BusinessAccountId"/> is their own portfolio, and <see cref="Account"/> the
/// account of the customer. The number, if it is about one, is <see cref="WebhookEvent.DisplayPhoneNumber"/>. Source: Meta,
/// webhooks/reference/account_update.
/// </remarks>
public sealed record AccountUpdateEvent : WebhookEvent
{
    /// <summary>Makes one, for tests of your own.</summary>
    public AccountUpdateEvent()
    {
    }

    internal AccountUpdateEvent(in EventHead head)
        : base(head)
    {
    }

    /// <summary><c>event</c>: what it was. It says which of the other members are there.</summary>
    public AccountUpdateKind Kind { get; init; }

    /// <summary><c>waba_info</c>: the account of a customer, in what a partner is told.</summary>
    public BusinessAccountInfo? Account { get; init; }

    /// <summary><c>ban_info</c>.</summary>
    public AccountBan? Ban { get; init; }

    /// <summary><c>violation_info</c>.</summary>
    public AccountViolation? Violation { get; init; }

    /// <summary><c>restriction_info</c>.</summary>
    public IReadOnlyList<AccountRestriction> Restrictions { get; init; } = [];

    /// <summary><c>partner_client_certification_info</c> or <c>partner_client_certification_needed_info</c>.</summary>
    public PartnerCertification? Certification { get; init; }

    /// <summary><c>volume_tier_info</c>.</summary>
    public VolumeTier? VolumeTier { get; init; }

    /// <summary><c>auth_international_rate_eligibility</c>.</summary>
    public InternationalRates? InternationalRates { get; init; }

    /// <summary><c>country</c>: where Meta takes the business to be, as ISO 3166-1 alpha-2.</summary>
    public string? Country { get; init; }

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        builder.Member("Kind", Kind.Value).Member("Country", Country);
        return true;
    }
}
