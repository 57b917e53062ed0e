namespace WhatsCommerce.Webhooks;

/// <summary>Keeps events that were given up, until a person looks at them.</summary>
/// <remarks>Called side by side from many threads. When appending fails, the delivery is answered 500, so that nothing is lost.</remarks>
public interface IDeadLetterStore
{
    /// <summary>Keeps a letter. Must be durable when the task completes.</summary>
    /// <param name="letter">The letter; one with the same <see cref="DeadLetter.Id"/> that is kept already is not kept twice.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    ValueTask AppendAsync(DeadLetter letter, CancellationToken cancellationToken = default);

    /// <summary>Puts a letter in the place of the one with the same <see cref="DeadLetter.Id"/>, as a whole; does nothing when there is none.</summary>
    /// <remarks>Tells what went wrong when the letter was run again. A store that does not override it goes on keeping the earlier error.</remarks>
    /// <param name="letter">The letter as it is now.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    ValueTask ReplaceAsync(DeadLetter letter, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;

    /// <summary>Goes through the letters that are kept, the oldest first.</summary>
    /// <param name="cancellationToken">Gives the call up.</param>
    IAsyncEnumerable<DeadLetter> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Removes a letter, since it was handled after all or is not wanted.</summary>
    /// <param name="id">The <see cref="DeadLetter.Id"/>.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <returns>Whether it was there.</returns>
    ValueTask<bool> RemoveAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>How many letters are kept; throws when letters could not be kept now. For health checks.</summary>
    /// <param name="cancellationToken">Gives the call up.</param>
    ValueTask<int> CountAsync(CancellationToken cancellationToken = default);
}
