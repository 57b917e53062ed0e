namespace WhatsCommerce.Messages;

/// <summary>A run takes messages, so that no other run sends them.</summary>
public sealed record CampaignClaim
{
    /// <summary>The campaign.</summary>
    public required CampaignKey Key { get; init; }

    /// <summary>The id of the run.</summary>
    public required Guid Owner { get; init; }

    /// <summary>The messages; each id once.</summary>
    public required IReadOnlyList<CampaignSlot> Messages { get; init; }

    /// <summary>What time it is.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Until when they belong to the run, unless it renews that.</summary>
    public required DateTimeOffset LeaseUntil { get; init; }

    /// <summary>
    /// A message whose run is gone and took it before this time becomes <see cref="CampaignMessageState.Unknown"/> instead: the ledger of
    /// sends may have forgotten by now that it was sent.
    /// </summary>
    public required DateTimeOffset RetryAfter { get; init; }
}
