namespace WhatsCommerce;

/// <summary>
/// The exception that is thrown when Meta has not finished within the time allowed: a batch of items, an upload of a feed, the review of a
/// template.
/// </summary>
/// <remarks>Processing continues and may succeed: look up its state later by <see cref="Id"/>, before you repeat the operation.</remarks>
public sealed class OperationUnfinishedException : WhatsCommerceException
{
    internal OperationUnfinishedException(string message, string id, TimeSpan waited)
        : base(message)
    {
        Id = id;
        Waited = waited;
    }

    /// <summary>Gets Meta's id of the operation: the handle of the batch, or the id of the upload or the template.</summary>
    public string Id { get; }

    /// <summary>Gets the time waited.</summary>
    public TimeSpan Waited { get; }
}
