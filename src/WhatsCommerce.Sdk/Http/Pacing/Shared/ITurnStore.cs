namespace WhatsCommerce.Http;

/// <summary>Grants turns to all instances that share the store: no turn to two of them.</summary>
internal interface ITurnStore
{
    /// <summary>Reserves free turns for each request.</summary>
    /// <param name="requests">The requests; their ids must be distinct.</param>
    /// <param name="cancellationToken">Cancels the call; turns may have been granted all the same, and are lost.</param>
    /// <returns>The granted turns, in any order.</returns>
    ValueTask<IReadOnlyList<GrantedTurns>> ReserveAsync(
        IReadOnlyList<TurnRequest> requests, CancellationToken cancellationToken = default);
}
