namespace WhatsCommerce.Messages;

/// <summary>Represents the stored data of a campaign as a whole.</summary>
public sealed record CampaignRecord
{
    /// <summary>Gets its state.</summary>
    public required CampaignState State { get; init; }

    /// <summary>Gets why it was stopped; <see langword="null"/> if it was not.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets when it was first run.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}
