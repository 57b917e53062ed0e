namespace WhatsCommerce.Storefronts;

/// <summary>Keeps the turns of conversations that a model is told of again.</summary>
internal interface IAssistantTurns
{
    /// <summary>Lists the newest turns of a customer since a time, the oldest first.</summary>
    Task<IReadOnlyList<AssistantTurn>> ListAsync(
        string shopId, CustomerKey customer, DateTimeOffset since, int limit, CancellationToken cancellationToken);

    /// <summary>Adds a turn, once for its id, and drops all but the newest ones of the customer.</summary>
    Task AddAsync(string shopId, CustomerKey customer, AssistantTurn turn, int keep, CancellationToken cancellationToken);

    /// <summary>Drops all of a customer.</summary>
    Task RemoveAsync(string shopId, CustomerKey customer, CancellationToken cancellationToken);

    /// <summary>Drops the turns, and the budgets, that nothing counts any more.</summary>
    Task PurgeAsync(string shopId, DateTimeOffset turnsBefore, DateTimeOffset budgetsBefore, CancellationToken cancellationToken);
}
