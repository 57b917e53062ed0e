namespace WhatsCommerce.Webhooks;

/// <summary>How far a ban went (<c>ban_info.waba_ban_state</c>): an open value.</summary>
/// <remarks>Source: Meta, webhooks/reference/account_update.</remarks>
public readonly record struct AccountBanState
{
    /// <summary>Takes the value from its text.</summary>
    /// <param name="value">As on the wire; null or blank means absent.</param>
    public AccountBanState(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>The account is banned.</summary>
    public static AccountBanState Disabled { get; } = new("DISABLE");

    /// <summary>It is let back in.</summary>
    public static AccountBanState Reinstated { get; } = new("REINSTATE");

    /// <summary>It will be banned.</summary>
    public static AccountBanState ScheduledForDisable { get; } = new("SCHEDULE_FOR_DISABLE");

    /// <summary>The value as on the wire, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether it is one of the values listed here.</summary>
    public bool IsKnown => Value is "DISABLE" or "REINSTATE" or "SCHEDULE_FOR_DISABLE";

    /// <summary>The value as on the wire, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
