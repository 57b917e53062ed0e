namespace WhatsCommerce.Webhooks;

/// <summary>A ban (<c>ban_info</c>).</summary>
[WebhookPart]
public sealed record AccountBan
{
    /// <summary><c>waba_ban_state</c>: the state of the ban.</summary>
    [Wire("waba_ban_state")]
    public AccountBanState State { get; init; }

    /// <summary><c>waba_ban_date</c>, in words: <c>April 17, 2025</c>.</summary>
    [Wire("waba_ban_date")]
    public string? Date { get; init; }

    /// <summary>The JSON members that have no property.</summary>
    public AdditionalProperties AdditionalProperties { get; internal init; }
}
