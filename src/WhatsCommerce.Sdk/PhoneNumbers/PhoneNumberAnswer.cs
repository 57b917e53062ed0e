namespace WhatsCommerce.PhoneNumbers;

/// <summary>The JSON of a number.</summary>
internal sealed record PhoneNumberAnswer(
    string? Id,
    string? DisplayPhoneNumber,
    string? VerifiedName,
    string? Status,
    string? NameStatus,
    string? QualityRating,
    string? CodeVerificationStatus,
    string? AccountMode,
    string? PlatformType,
    ThroughputAnswer? Throughput,
    string? MessagingLimitTier,
    bool? IsOfficialBusinessAccount,
    string? Username)
{
    public BusinessPhoneNumber ToNumber() => new()
    {
        Id = Id,
        DisplayPhoneNumber = DisplayPhoneNumber,
        VerifiedName = VerifiedName,
        Status = Status,
        NameStatus = NameStatus,
        Quality = new(QualityRating),
        CodeVerificationStatus = CodeVerificationStatus,
        AccountMode = AccountMode,
        PlatformType = PlatformType,
        ThroughputLevel = Throughput?.Level,
        MessagingLimitTier = MessagingLimitTier,
        IsOfficialBusinessAccount = IsOfficialBusinessAccount,
        Username = Username,
    };
}

internal sealed record ThroughputAnswer(string? Level);
