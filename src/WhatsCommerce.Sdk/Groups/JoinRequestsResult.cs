namespace WhatsCommerce.Groups;

/// <summary>What became of requests to join that were approved or rejected.</summary>
public sealed record JoinRequestsResult
{
    /// <summary>The ids of those that were.</summary>
    public required IReadOnlyList<string> Done { get; init; }

    /// <summary>Those that were not, and why.</summary>
    public required IReadOnlyList<JoinRequestFailure> Failed { get; init; }

    /// <summary>How many; the ids hold numbers of customers.</summary>
    public override string ToString() => FormattableString.Invariant($"{Done.Count} done, {Failed.Count} failed");
}
