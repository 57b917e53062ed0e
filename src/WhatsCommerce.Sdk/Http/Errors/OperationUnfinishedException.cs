namespace WhatsCommerce;

/// <summary>
/// Meta has not ended something within the time allowed: a batch of items, an upload of a feed, the review of a template.
/// </summary>
/// <remarks>It continues, and may succeed: ask for its state later by <see cref="Id"/>, before doing it again.</remarks>
public sealed class OperationUnfinishedException : WhatsCommerceException
{
    internal OperationUnfinishedException(string message, string id, TimeSpan waited)
        : base(message)
    {
        Id = id;
        Waited = waited;
    }

    /// <summary>Meta's id of it: the handle of the batch, the id of the upload or of the template.</summary>
    public string Id { get; }

    /// <summary>The time waited.</summary>
    public TimeSpan Waited { get; }
}
