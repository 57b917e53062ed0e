namespace WhatsCommerce.Messages;

/// <summary>The state of a campaign.</summary>
public enum CampaignState
{
    /// <summary>It is being sent, or was interrupted: it can be run.</summary>
    Running,

    /// <summary>Somebody paused it: <see cref="Campaigns.ResumeAsync"/>, then run it again.</summary>
    Paused,

    /// <summary>Too many sends failed: <see cref="CampaignReport.Reason"/>. Resume it once the cause is removed.</summary>
    Stopped,

    /// <summary>Somebody canceled it; it is not sent any more.</summary>
    Canceled,

    /// <summary>Everything in the sequence was dealt with. Run it with a longer sequence to go on.</summary>
    Completed,
}
