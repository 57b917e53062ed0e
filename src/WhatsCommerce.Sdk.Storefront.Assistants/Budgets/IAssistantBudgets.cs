namespace WhatsCommerce.Storefronts;

/// <summary>Counts what assistants do for each customer in an hour.</summary>
/// <remarks>
/// The default counts in the storefront's database, over restarts and for all instances together; without one in the memory of the
/// process. Register your own singleton to count elsewhere.
/// </remarks>
public interface IAssistantBudgets
{
    /// <summary>Takes a part of the budget of the last 60 minutes, or nothing of it.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="customer">The customer.</param>
    /// <param name="use">What is taken.</param>
    /// <param name="limits">The most of 60 minutes.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether it was taken.</returns>
    ValueTask<bool> TryTakeAsync(
        string shopId, CustomerKey customer, AssistantUse use, AssistantUse limits, CancellationToken cancellationToken = default);

    /// <summary>Drops what is counted of a customer, who is being forgotten.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="customer">The customer.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when it is dropped; at once unless it is overridden.</returns>
    ValueTask ForgetAsync(string shopId, CustomerKey customer, CancellationToken cancellationToken = default) =>
        ValueTask.CompletedTask;
}
