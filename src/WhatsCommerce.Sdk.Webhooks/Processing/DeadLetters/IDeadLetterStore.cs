namespace WhatsCommerce.Webhooks;

/// <summary>Keeps dead-lettered events until a person handles them.</summary>
/// <remarks>
/// Implementations must be thread-safe. When appending fails, the endpoint answers 500, so that nothing is lost. Later versions may add
/// members, each with a default implementation, so that existing stores keep working.
/// </remarks>
public interface IDeadLetterStore
{
    /// <summary>Appends a letter. It must be durable when the task completes.</summary>
    /// <param name="letter">The letter. If one with the same <see cref="DeadLetter.Id"/> is kept already, it is not kept twice.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    ValueTask AppendAsync(DeadLetter letter, CancellationToken cancellationToken = default);

    /// <summary>Replaces the letter that has the same <see cref="DeadLetter.Id"/> as a whole. Does nothing when there is none.</summary>
    /// <remarks>
    /// Called with the new error after a failed replay. A store that does not override this method keeps the earlier error.
    /// </remarks>
    /// <param name="letter">The new version of the letter.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    ValueTask ReplaceAsync(DeadLetter letter, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;

    /// <summary>Enumerates the letters, oldest first.</summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    IAsyncEnumerable<DeadLetter> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Removes a letter that was handled after all or is no longer wanted.</summary>
    /// <param name="id">The <see cref="DeadLetter.Id"/>.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns><see langword="true"/> if the letter existed; otherwise, <see langword="false"/>.</returns>
    ValueTask<bool> RemoveAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Gets the number of letters. Throws when letters could not be kept now. For health checks.</summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    ValueTask<int> CountAsync(CancellationToken cancellationToken = default);
}
