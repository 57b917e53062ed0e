namespace WhatsCommerce.Http;

/// <summary>What all calls of one operation have in common: its name, what a refusal means, and how its answer is read.</summary>
/// <param name="Name">What is done, in traces and metrics: one of few words, such as <c>send</c> or <c>mark_as_read</c>.</param>
/// <param name="Read">
/// Reads the answer; returns null when a member is missing that a success must have, throws a <see cref="JsonException"/> when it is not
/// JSON.
/// </param>
internal sealed record GraphOperation(string Name, Func<byte[], object?> Read)
{
    /// <summary>What to look at when Meta refuses the request, or the permission for it: a sentence that begins with a space.</summary>
    public string IfRefused { get; init; } = "";

    /// <summary>What an unknown outcome means, where the request must not be made twice.</summary>
    public string IfUnknown { get; init; } = "Whether it was carried out is not known; it was not repeated.";

    /// <summary>Whether it must not be carried out twice: a failure that leaves the outcome unknown ends the call.</summary>
    public bool IsSentOnce { get; init; }
}
