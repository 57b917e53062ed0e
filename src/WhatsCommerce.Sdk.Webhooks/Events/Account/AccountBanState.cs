namespace WhatsCommerce.Webhooks;

/// <summary>Represents the state of a ban (<c>ban_info.waba_ban_state</c>); unlisted values are kept.</summary>
/// <remarks>Source: Meta, webhooks/reference/account_update.</remarks>
[OpenWord]
public readonly partial record struct AccountBanState
{
    /// <summary>The account is banned.</summary>
    [Word("DISABLE")]
    public static partial AccountBanState Disabled { get; }

    /// <summary>The ban was lifted.</summary>
    [Word("REINSTATE")]
    public static partial AccountBanState Reinstated { get; }

    /// <summary>It will be banned.</summary>
    [Word("SCHEDULE_FOR_DISABLE")]
    public static partial AccountBanState ScheduledForDisable { get; }
}
