namespace WhatsCommerce.Webhooks;

/// <summary>Whether a setting of calls is on (<c>status</c>); unlisted values are kept.</summary>
/// <remarks>Source: Meta, calling/call-settings.</remarks>
[OpenWord]
public readonly partial record struct CallSettingStatus
{
    /// <summary>It is on.</summary>
    [Word("ENABLED")]
    public static partial CallSettingStatus Enabled { get; }

    /// <summary>It is off.</summary>
    [Word("DISABLED")]
    public static partial CallSettingStatus Disabled { get; }
}
