namespace WhatsCommerce.Onboarding;

/// <summary>
/// Represents a WhatsApp Business account (WABA), with its state at Meta. Members that Meta omits are <see langword="null"/>.
/// </summary>
/// <remarks>Source: Meta's OpenAPI v23.0, <c>WhatsAppBusinessAccount</c>.</remarks>
public sealed record BusinessAccount : IGraphResponse
{
    internal const string Fields = "id,name,currency,timezone_id,message_template_namespace,account_review_status,"
        + "business_verification_status,ownership_type,is_enabled_for_insights,owner_business_info,primary_funding_id";

    /// <summary><c>id</c>: the id of the account.</summary>
    public BusinessAccountId Id { get; init; }

    /// <summary><c>name</c>: the name of the account.</summary>
    public string? Name { get; init; }

    /// <summary><c>currency</c>, such as <c>USD</c>.</summary>
    public Currency Currency { get; init; }

    /// <summary><c>timezone_id</c>: Meta's number of the time zone, in which analytics are reported.</summary>
    [JsonPropertyName("timezone_id")]
    public string? TimeZoneId { get; init; }

    /// <summary><c>message_template_namespace</c>: the namespace of the templates.</summary>
    public string? MessageTemplateNamespace { get; init; }

    /// <summary><c>account_review_status</c>, such as <c>APPROVED</c>, <c>PENDING</c>, <c>REJECTED</c>.</summary>
    [JsonPropertyName("account_review_status")]
    public string? ReviewStatus { get; init; }

    /// <summary><c>business_verification_status</c> of the business that owns the account, such as <c>verified</c>.</summary>
    public string? BusinessVerificationStatus { get; init; }

    /// <summary><c>ownership_type</c>, such as <c>SELF</c>, <c>CLIENT_OWNED</c>, <c>ON_BEHALF_OF</c>.</summary>
    public string? OwnershipType { get; init; }

    /// <summary><c>is_enabled_for_insights</c>: whether template analytics are confirmed.</summary>
    public bool? IsEnabledForInsights { get; init; }

    /// <summary><c>owner_business_info</c>: the business that owns the account.</summary>
    [JsonPropertyName("owner_business_info")]
    public OwningBusiness? Owner { get; init; }

    /// <summary><c>primary_funding_id</c>: the payment method; compare with <see cref="CreditShare.FundingId"/>.</summary>
    public string? PrimaryFundingId { get; init; }

    bool IGraphResponse.IsComplete => Id.HasValue;
}
