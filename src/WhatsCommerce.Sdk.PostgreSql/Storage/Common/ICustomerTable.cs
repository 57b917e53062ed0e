namespace WhatsCommerce.Webhooks;

/// <summary>Customers and their ids in a database. The decisions about them are made by <see cref="IdentityRules"/>.</summary>
internal interface ICustomerTable
{
    /// <summary>Sets the owners of the claims.</summary>
    /// <returns>The owners.</returns>
    ValueTask<List<CustomerRow>> FillInAsync(List<IdentityClaim> claims, CancellationToken cancellationToken);

    /// <summary>Decides which customer the ids belong to, and stores the decision, in one transaction.</summary>
    /// <returns>
    /// The ids, and the customer they belong to, followed by those merged into it. <see langword="null"/>, with nothing stored, when a
    /// merge is necessary but not allowed.
    /// </returns>
    ValueTask<LearnedCustomer?> LearnAsync(
        CustomerIdentity identity, DateTimeOffset now, bool mayMerge, CancellationToken cancellationToken);

    /// <summary>Follows merges.</summary>
    /// <returns>The current id; <see langword="null"/> when there is no such customer.</returns>
    ValueTask<Guid?> GetCurrentAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Records that the handlers of a merge were called with this survivor.</summary>
    ValueTask MarkToldAsync(Guid merged, Guid survivor, CancellationToken cancellationToken);

    /// <summary>Deletes a customer with all ids.</summary>
    ValueTask DeleteAsync(Guid id, CancellationToken cancellationToken);
}
