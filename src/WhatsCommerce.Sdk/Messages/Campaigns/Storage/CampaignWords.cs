namespace WhatsCommerce.Messages;

/// <summary>Maps states to the values of the columns.</summary>
internal static class CampaignWords
{
    public static string Of(CampaignState state) => state switch
    {
        CampaignState.Running => "running",
        CampaignState.Paused => "paused",
        CampaignState.Stopped => "stopped",
        CampaignState.Canceled => "canceled",
        CampaignState.Completed => "completed",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static CampaignState StateOf(string word) => word switch
    {
        "running" => CampaignState.Running,
        "paused" => CampaignState.Paused,
        "stopped" => CampaignState.Stopped,
        "canceled" => CampaignState.Canceled,
        _ => CampaignState.Completed,
    };

    public static string Of(CampaignMessageState state) => state switch
    {
        CampaignMessageState.Open => "open",
        CampaignMessageState.Claimed => "claimed",
        CampaignMessageState.Sent => "sent",
        CampaignMessageState.NotSent => "not_sent",
        CampaignMessageState.Unknown => "unknown",
        CampaignMessageState.HeldBack => "held_back",
        CampaignMessageState.Duplicate => "duplicate",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static CampaignMessageState MessageStateOf(string word) => word switch
    {
        "open" => CampaignMessageState.Open,
        "claimed" => CampaignMessageState.Claimed,
        "sent" => CampaignMessageState.Sent,
        "not_sent" => CampaignMessageState.NotSent,
        "held_back" => CampaignMessageState.HeldBack,
        "duplicate" => CampaignMessageState.Duplicate,
        _ => CampaignMessageState.Unknown,
    };
}
