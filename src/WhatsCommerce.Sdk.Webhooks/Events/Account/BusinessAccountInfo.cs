namespace WhatsCommerce.Webhooks;

/// <summary>The account that a partner is told about (<c>waba_info</c>).</summary>
public sealed record BusinessAccountInfo
{
    /// <summary><c>waba_id</c>.</summary>
    public BusinessAccountId Id { get; init; }

    /// <summary><c>owner_business_id</c>: the business portfolio that owns it.</summary>
    public string? OwnerBusinessId { get; init; }

    /// <summary><c>ad_account_linked</c>, or <c>ad_account_id</c>.</summary>
    public string? AdAccountId { get; init; }

    /// <summary><c>partner_app_id</c>: the app that was installed or removed.</summary>
    public string? PartnerAppId { get; init; }

    /// <summary><c>solution_id</c>: the multi-partner solution that it came by.</summary>
    public string? SolutionId { get; init; }

    /// <summary><c>solution_partner_business_ids</c>: the portfolios of the partners.</summary>
    public IReadOnlyList<string> SolutionPartnerBusinessIds { get; init; } = [];

    /// <summary>The members that no property holds.</summary>
    public AdditionalProperties AdditionalProperties { get; internal init; }
}
