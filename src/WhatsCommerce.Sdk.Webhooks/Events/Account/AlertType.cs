namespace WhatsCommerce.Webhooks;

/// <summary>What an alert is about (<c>alert_type</c>): an open value.</summary>
/// <remarks>Source: Meta, webhooks/reference/account_alerts.</remarks>
public readonly record struct AlertType
{
    /// <summary>Takes the value from its text.</summary>
    /// <param name="value">As on the wire; null or blank means absent.</param>
    public AlertType(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>The limit cannot grow yet: too few messages, no verified identity, or low quality.</summary>
    public static AlertType LimitIncreaseDeferred { get; } = new("INCREASED_CAPABILITIES_ELIGIBILITY_DEFERRED");

    /// <summary>The limit cannot grow, for what was sent in the past.</summary>
    public static AlertType LimitIncreaseFailed { get; } = new("INCREASED_CAPABILITIES_ELIGIBILITY_FAILED");

    /// <summary>The limit cannot grow before the identity is verified.</summary>
    public static AlertType LimitIncreaseNeedsInformation { get; } = new("INCREASED_CAPABILITIES_ELIGIBILITY_NEED_MORE_INFO");

    /// <summary>The number became an Official Business Account.</summary>
    public static AlertType OfficialAccountApproved { get; } = new("OBA_APPROVED");

    /// <summary>It did not become one.</summary>
    public static AlertType OfficialAccountRejected { get; } = new("OBA_REJECTED");

    /// <summary>The picture of the profile is gone: upload another.</summary>
    public static AlertType ProfilePictureLost { get; } = new("PROFILE_PICTURE_LOST");

    /// <summary>The value as on the wire, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether it is one of the values listed here.</summary>
    public bool IsKnown => Value is
        "INCREASED_CAPABILITIES_ELIGIBILITY_DEFERRED" or "INCREASED_CAPABILITIES_ELIGIBILITY_FAILED"
        or "INCREASED_CAPABILITIES_ELIGIBILITY_NEED_MORE_INFO" or "OBA_APPROVED" or "OBA_REJECTED" or "PROFILE_PICTURE_LOST";

    /// <summary>The value as on the wire, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
