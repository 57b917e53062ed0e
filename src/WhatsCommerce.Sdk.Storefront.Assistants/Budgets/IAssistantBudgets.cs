namespace WhatsCommerce.Storefronts;

/// <summary>Counts the use of assistants per customer and hour.</summary>
/// <remarks>
/// The default counts in the storefront's database, across restarts and for all instances; without a database it counts in memory. Register
/// your own singleton to count elsewhere.
/// </remarks>
public interface IAssistantBudgets
{
    /// <summary>Takes an amount from the budget of the last 60 minutes, or nothing if it does not fit.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="customer">The customer.</param>
    /// <param name="use">The amount to take.</param>
    /// <param name="limits">The limits per 60 minutes.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether the amount was taken.</returns>
    ValueTask<bool> TryTakeAsync(
        string shopId, CustomerKey customer, AssistantUse use, AssistantUse limits, CancellationToken cancellationToken = default);

    /// <summary>Deletes the counts of a customer whose data is deleted.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="customer">The customer.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that completes when they are deleted; the default implementation does nothing.</returns>
    ValueTask ForgetAsync(string shopId, CustomerKey customer, CancellationToken cancellationToken = default) =>
        ValueTask.CompletedTask;
}
