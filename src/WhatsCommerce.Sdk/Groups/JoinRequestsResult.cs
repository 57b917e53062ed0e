namespace WhatsCommerce.Groups;

/// <summary>Represents the result of approving or rejecting requests to join.</summary>
public sealed record JoinRequestsResult
{
    /// <summary>The ids of the requests that were approved or rejected.</summary>
    public required IReadOnlyList<string> Done { get; init; }

    /// <summary>The requests that were not, with the reasons.</summary>
    public required IReadOnlyList<JoinRequestFailure> Failed { get; init; }

    /// <summary>Returns the counts; the ids contain phone numbers of customers.</summary>
    public override string ToString() => FormattableString.Invariant($"{Done.Count} done, {Failed.Count} failed");
}
