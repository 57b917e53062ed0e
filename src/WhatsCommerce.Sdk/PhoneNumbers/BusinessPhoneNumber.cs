namespace WhatsCommerce.PhoneNumbers;

/// <summary>Represents a phone number of the business, with its state at Meta.</summary>
/// <remarks>Source: Meta, phone number reference. Members that Meta omits are <see langword="null"/>.</remarks>
public sealed record BusinessPhoneNumber : IGraphResponse
{
    internal const string Fields = "id,display_phone_number,verified_name,status,name_status,new_display_name,new_name_status,"
        + "quality_rating,code_verification_status,account_mode,platform_type,throughput,whatsapp_business_manager_messaging_limit,"
        + "is_official_business_account,username";

    /// <summary><c>id</c>, which sends messages.</summary>
    public PhoneNumberId Id { get; init; }

    /// <summary><c>display_phone_number</c>, formatted: <c>+1 631-555-5555</c>.</summary>
    public string? DisplayPhoneNumber { get; init; }

    /// <summary><c>verified_name</c>: the name that customers see.</summary>
    public string? VerifiedName { get; init; }

    /// <summary><c>status</c>, such as <c>CONNECTED</c>, <c>PENDING</c>, <c>FLAGGED</c>, <c>RESTRICTED</c>.</summary>
    public string? Status { get; init; }

    /// <summary><c>name_status</c>: the state of the review of the name, such as <c>APPROVED</c> or <c>PENDING_REVIEW</c>.</summary>
    public string? NameStatus { get; init; }

    /// <summary><c>new_display_name</c>: the requested name that is not in use yet.</summary>
    public string? NewDisplayName { get; init; }

    /// <summary><c>new_name_status</c>: the state of its review, such as <c>PENDING_REVIEW</c>; <c>NONE</c> without one.</summary>
    public string? NewNameStatus { get; init; }

    /// <summary><c>quality_rating</c>: the quality rating, from the feedback of customers.</summary>
    public PhoneNumberQuality QualityRating { get; init; }

    /// <summary><c>code_verification_status</c>, such as <c>VERIFIED</c>.</summary>
    public string? CodeVerificationStatus { get; init; }

    /// <summary><c>account_mode</c>: <c>LIVE</c> or <c>SANDBOX</c>.</summary>
    public string? AccountMode { get; init; }

    /// <summary><c>platform_type</c>, such as <c>CLOUD_API</c>.</summary>
    public string? PlatformType { get; init; }

    /// <summary><c>throughput</c>: the rate limit of messages.</summary>
    public PhoneNumberThroughput? Throughput { get; init; }

    /// <summary>
    /// <c>whatsapp_business_manager_messaging_limit</c>: the number of customers per day to whom the business may write first, such as
    /// <c>TIER_2K</c>. For the whole portfolio, since v24.0.
    /// </summary>
    [JsonPropertyName("whatsapp_business_manager_messaging_limit")]
    public MessagingLimit MessagingLimit { get; init; }

    /// <summary><c>messaging_limit_tier</c>: the messaging limit of the number alone, in versions before v24.0.</summary>
    public MessagingLimit MessagingLimitTier { get; init; }

    /// <summary><c>is_official_business_account</c>: whether it has the blue badge.</summary>
    public bool? IsOfficialBusinessAccount { get; init; }

    /// <summary><c>username</c>: the user name of the business.</summary>
    public string? Username { get; init; }

    bool IGraphResponse.IsComplete => Id.HasValue;
}
