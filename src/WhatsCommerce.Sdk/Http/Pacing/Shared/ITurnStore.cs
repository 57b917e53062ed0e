namespace WhatsCommerce.Http;

/// <summary>Grants turns to all who share it: no turn to two of them.</summary>
internal interface ITurnStore
{
    /// <summary>Grants of each what is free.</summary>
    /// <param name="requests">The requests, of which no two have one id.</param>
    /// <param name="cancellationToken">Cancels the call; turns may have been granted all the same, and are lost.</param>
    /// <returns>What was granted, in any order.</returns>
    ValueTask<IReadOnlyList<GrantedTurns>> ReserveAsync(
        IReadOnlyList<TurnRequest> requests, CancellationToken cancellationToken = default);
}
