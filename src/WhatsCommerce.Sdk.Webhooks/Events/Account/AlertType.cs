namespace WhatsCommerce.Webhooks;

/// <summary>Represents the subject of an alert (<c>alert_type</c>); unlisted values are kept.</summary>
/// <remarks>Source: Meta, webhooks/reference/account_alerts.</remarks>
[OpenWord]
public readonly partial record struct AlertType
{
    /// <summary>The limit cannot be increased yet: too few messages, unverified identity, or low quality.</summary>
    [Word("INCREASED_CAPABILITIES_ELIGIBILITY_DEFERRED")]
    public static partial AlertType LimitIncreaseDeferred { get; }

    /// <summary>The limit cannot be increased because of past messages.</summary>
    [Word("INCREASED_CAPABILITIES_ELIGIBILITY_FAILED")]
    public static partial AlertType LimitIncreaseFailed { get; }

    /// <summary>The limit cannot be increased before the identity is verified.</summary>
    [Word("INCREASED_CAPABILITIES_ELIGIBILITY_NEED_MORE_INFO")]
    public static partial AlertType LimitIncreaseNeedsInformation { get; }

    /// <summary>The number became an Official Business Account.</summary>
    [Word("OBA_APPROVED")]
    public static partial AlertType OfficialAccountApproved { get; }

    /// <summary>The number did not become an Official Business Account.</summary>
    [Word("OBA_REJECTED")]
    public static partial AlertType OfficialAccountRejected { get; }

    /// <summary>The profile picture was lost: upload another.</summary>
    [Word("PROFILE_PICTURE_LOST")]
    public static partial AlertType ProfilePictureLost { get; }
}
