namespace WhatsCommerce.Catalogs;

/// <content>Writes single items through a batch of one, whose prices are text with their currency: the endpoint for single items takes
/// minor units of unclear meaning.</content>
public partial class ProductsClient
{
    // One item is done within seconds; a longer wait means that it is stuck in a queue.
    private static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(5);

    /// <summary>Creates an item in a catalog, and waits until Meta has accepted it.</summary>
    /// <remarks>It can be sent once Meta's review has approved it, see <see cref="Product.ReviewStatus"/>.</remarks>
    /// <param name="item">The complete item; the variants of one product have the same <see cref="CatalogItem.GroupId"/>.</param>
    /// <param name="catalogId">The catalog.</param>
    /// <param name="cancellationToken">Cancels the wait; the item may still be written.</param>
    /// <inheritdoc cref="WriteAsync" path="/returns"/>
    /// <inheritdoc cref="WriteAsync" path="/exception"/>
    public virtual Task<CatalogChangeResult> CreateAsync(
        CatalogItem item, CatalogId catalogId = default, CancellationToken cancellationToken = default) =>
        WriteAsync(CatalogChange.Create(item), catalogId, cancellationToken);

    /// <summary>
    /// Changes an existing item, and waits until Meta has accepted it. Fields that are set are changed, fields in
    /// <see cref="CatalogItem.Clear"/> are cleared, others are unchanged.
    /// </summary>
    /// <param name="changes">The retailer id and the changed fields.</param>
    /// <param name="catalogId">The catalog.</param>
    /// <param name="cancellationToken">Cancels the wait; the item may still be written.</param>
    /// <inheritdoc cref="WriteAsync" path="/returns"/>
    /// <inheritdoc cref="WriteAsync" path="/exception"/>
    public virtual Task<CatalogChangeResult> UpdateAsync(
        CatalogItem changes, CatalogId catalogId = default, CancellationToken cancellationToken = default) =>
        WriteAsync(CatalogChange.Update(changes), catalogId, cancellationToken);

    /// <summary>Deletes an item from a catalog, and waits until Meta has done it.</summary>
    /// <param name="retailerId">The item.</param>
    /// <param name="catalogId">The catalog.</param>
    /// <param name="cancellationToken">Cancels the wait; the item may still be deleted.</param>
    /// <inheritdoc cref="WriteAsync" path="/returns"/>
    /// <inheritdoc cref="WriteAsync" path="/exception"/>
    public virtual Task<CatalogChangeResult> DeleteAsync(
        RetailerId retailerId, CatalogId catalogId = default, CancellationToken cancellationToken = default) =>
        WriteAsync(CatalogChange.Delete(retailerId), catalogId, cancellationToken);

    /// <summary>Makes one change, and waits until Meta has accepted it: up to 5 minutes.</summary>
    /// <param name="change">The change.</param>
    /// <param name="catalogId">The catalog.</param>
    /// <param name="cancellationToken">Cancels the wait; the change may still be made.</param>
    /// <returns>The accepted change, with Meta's warnings.</returns>
    /// <exception cref="ArgumentException">The id of the catalog is not a valid Meta id.</exception>
    /// <exception cref="WhatsCommerceValidationException">The item violates rules; it was not sent.</exception>
    /// <exception cref="CatalogItemRejectedException">Meta rejected the item.</exception>
    /// <exception cref="ItemsBatchFailedException">Meta stopped processing; whether the change was made is unknown.</exception>
    /// <exception cref="OperationUnfinishedException">Meta has not finished in time; the change may still be made.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task<CatalogChangeResult> WriteAsync(
        CatalogChange change, CatalogId catalogId = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (change.Validate() is { Count: > 0 } violations)
        {
            throw new WhatsCommerceValidationException($"The item '{change.RetailerId}' cannot be written", violations);
        }

        catalogId = _transport.OwnCatalog(catalogId);
        byte[] body = ItemsBatchBody.Write([change], allowUpsert: change.Kind == CatalogChangeKind.Update ? false : null);
        ItemsBatchResponse response = await _batches.PostAsync(catalogId, body, cancellationToken).ConfigureAwait(false);
        List<ItemProblem> errors = [.. Problems(response, status => status.Errors)];
        List<ItemProblem> warnings = [.. Problems(response, status => status.Warnings)];
        string? handle = response.Handles is [string one, ..] ? one : null;
        if (handle is null && errors.Count == 0)
        {
            throw new ItemsBatchFailedException(
                $"Meta took the item '{change.RetailerId}' without a handle to ask by; whether it is written is not known. Look it up, and "
                    + "write it again if need be.",
                null,
                null);
        }

        if (handle is not null && errors.Count == 0)
        {
            ItemsBatchStatus status = await _batches.AwaitAsync(catalogId, handle, MaxWait, cancellationToken).ConfigureAwait(false);
            errors.AddRange(status.Errors);
            warnings.AddRange(status.Warnings);
            if (errors.Count == 0 && (status.ErrorCount > 0 || status.InvalidItems.Contains(change.RetailerId)))
            {
                errors.Add(new ItemProblem { RetailerId = change.RetailerId, Message = "Meta names no reason." });
            }
        }

        return errors.Count > 0
            ? throw new CatalogItemRejectedException(change, errors, handle)
            : new CatalogChangeResult { RetailerId = change.RetailerId, Handle = handle, Warnings = warnings };
    }

    /// <summary>Gets the state of a batch of items.</summary>
    /// <param name="handle">The handle, from a result or an exception.</param>
    /// <param name="catalogId">The catalog.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The state; <see langword="null"/> when Meta does not know the handle, or not yet.</returns>
    /// <exception cref="ArgumentException">The handle is blank, or the id is not a valid Meta id.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task<ItemsBatchStatus?> FindBatchAsync(
        string handle, CatalogId catalogId = default, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(handle);
        return await _batches.CheckAsync(_transport.OwnCatalog(catalogId), handle, cancellationToken).ConfigureAwait(false);
    }

    private static IEnumerable<ItemProblem> Problems(
        ItemsBatchResponse response, Func<ItemValidationStatus, IReadOnlyList<ItemMessage>?> which) =>
        from status in response.ValidationStatus ?? []
        from message in which(status) ?? []
        select new ItemProblem { RetailerId = status.RetailerId, Message = message.Message };
}
