namespace WhatsCommerce.Messages;

/// <summary>Claims messages for a run, so that no other run sends them.</summary>
public sealed record CampaignClaim
{
    /// <summary>The campaign.</summary>
    public required CampaignKey Key { get; init; }

    /// <summary>The id of the run.</summary>
    public required Guid Owner { get; init; }

    /// <summary>The messages; each id once.</summary>
    public required IReadOnlyList<CampaignSlot> Messages { get; init; }

    /// <summary>The current time.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>When the lease of the run ends, unless it is renewed.</summary>
    public required DateTimeOffset LeaseUntil { get; init; }

    /// <summary>
    /// A message that a crashed run claimed before this time becomes <see cref="CampaignMessageState.Unknown"/> instead: the ledger of
    /// sends may have forgotten that it was sent.
    /// </summary>
    public required DateTimeOffset RetryAfter { get; init; }
}
