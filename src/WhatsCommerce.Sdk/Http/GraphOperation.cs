namespace WhatsCommerce.Http;

/// <summary>Describes what all calls of one operation have in common: its name, its error messages, and how its response is read.</summary>
/// <param name="Name">The operation in traces and metrics, such as <c>send</c> or <c>mark_as_read</c>; of low cardinality.</param>
/// <param name="Read">
/// Reads the response; returns null when a required member is missing, throws a <see cref="JsonException"/> when it is not JSON.
/// </param>
internal sealed record GraphOperation(string Name, Func<byte[], object?> Read)
{
    /// <summary>The advice for when Meta rejects the request or its permission: a sentence that begins with a space.</summary>
    public string IfRefused { get; init; } = "";

    /// <summary>The consequence of an unknown outcome, where the request must not be repeated.</summary>
    public string IfUnknown { get; init; } = "Whether it was carried out is not known; it was not repeated.";

    /// <summary>Whether the call must not be carried out twice: a failure that leaves the outcome unknown ends the call.</summary>
    public bool IsSentOnce { get; init; }
}
