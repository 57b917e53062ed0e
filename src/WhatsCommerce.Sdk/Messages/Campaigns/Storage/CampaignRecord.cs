namespace WhatsCommerce.Messages;

/// <summary>The stored data of a campaign as a whole.</summary>
/// <param name="State">Its state.</param>
/// <param name="Reason">Why it was stopped; <see langword="null"/> if it was not.</param>
/// <param name="CreatedAt">When it was first run.</param>
public sealed record CampaignRecord(CampaignState State, string? Reason, DateTimeOffset CreatedAt);
