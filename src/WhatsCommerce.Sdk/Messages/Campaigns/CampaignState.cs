namespace WhatsCommerce.Messages;

/// <summary>The state of a campaign.</summary>
public enum CampaignState
{
    /// <summary>It is being sent, or was interrupted: it can be run.</summary>
    Running,

    /// <summary>It was paused: call <see cref="Campaigns.ResumeAsync"/>, then run it again.</summary>
    Paused,

    /// <summary>Too many sends failed, see <see cref="CampaignReport.Reason"/>. Resume it once the cause is fixed.</summary>
    Stopped,

    /// <summary>It was canceled and cannot be run again.</summary>
    Canceled,

    /// <summary>All messages of the sequence were processed. Run it with a longer sequence to continue.</summary>
    Completed,
}
