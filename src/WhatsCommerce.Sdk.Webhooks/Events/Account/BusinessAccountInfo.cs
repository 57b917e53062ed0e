namespace WhatsCommerce.Webhooks;

/// <summary>Represents the account in events for partners (<c>waba_info</c>).</summary>
[WebhookPart]
public sealed record BusinessAccountInfo
{
    /// <summary><c>waba_id</c>: the id of the account.</summary>
    [Wire("waba_id")]
    public BusinessAccountId Id { get; init; }

    /// <summary><c>owner_business_id</c>: the business portfolio that owns it.</summary>
    [Wire("owner_business_id", IsId = true)]
    public string? OwnerBusinessId { get; init; }

    /// <summary><c>ad_account_linked</c>, or <c>ad_account_id</c>.</summary>
    [Wire("ad_account_id", "ad_account_linked")]
    public string? AdAccountId { get; init; }

    /// <summary><c>partner_app_id</c>: the app that was installed or removed.</summary>
    [Wire("partner_app_id", IsId = true)]
    public string? PartnerAppId { get; init; }

    /// <summary><c>solution_id</c>: the multi-partner solution through which it was shared.</summary>
    [Wire("solution_id", IsId = true)]
    public string? SolutionId { get; init; }

    /// <summary><c>solution_partner_business_ids</c>: the portfolios of the partners.</summary>
    [Wire("solution_partner_business_ids")]
    public IReadOnlyList<string> SolutionPartnerBusinessIds { get; init; } = [];

    /// <summary>The JSON members that have no property.</summary>
    public AdditionalProperties AdditionalProperties { get; internal init; }
}
