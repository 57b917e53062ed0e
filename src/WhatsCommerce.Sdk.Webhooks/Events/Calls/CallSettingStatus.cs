namespace WhatsCommerce.Webhooks;

/// <summary>Represents whether a call setting is enabled (<c>status</c>); unlisted values are kept.</summary>
/// <remarks>Source: Meta, calling/call-settings.</remarks>
[OpenWord]
public readonly partial record struct CallSettingStatus
{
    /// <summary>It is enabled.</summary>
    [Word("ENABLED")]
    public static partial CallSettingStatus Enabled { get; }

    /// <summary>It is disabled.</summary>
    [Word("DISABLED")]
    public static partial CallSettingStatus Disabled { get; }
}
