namespace WhatsCommerce.Storefronts;

/// <summary>Stores the turns of conversations for the model's context.</summary>
internal interface IAssistantTurns
{
    /// <summary>Lists the newest turns of a customer since a time, oldest first.</summary>
    Task<IReadOnlyList<AssistantTurn>> ListAsync(
        string shopId, CustomerKey customer, DateTimeOffset since, int limit, CancellationToken cancellationToken);

    /// <summary>Adds a turn once per id, and deletes all but the customer's newest turns.</summary>
    Task AddAsync(string shopId, CustomerKey customer, AssistantTurn turn, int keep, CancellationToken cancellationToken);

    /// <summary>Deletes all turns of a customer.</summary>
    Task RemoveAsync(string shopId, CustomerKey customer, CancellationToken cancellationToken);

    /// <summary>Deletes expired turns and budgets.</summary>
    Task PurgeAsync(string shopId, DateTimeOffset turnsBefore, DateTimeOffset budgetsBefore, CancellationToken cancellationToken);
}
