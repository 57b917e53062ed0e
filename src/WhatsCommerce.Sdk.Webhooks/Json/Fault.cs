namespace WhatsCommerce.Webhooks.Json;

/// <summary>The reason why an item is malformed.</summary>
/// <param name="Path">The path within the item, with a leading dot.</param>
/// <param name="Reason">The expected and the actual content.</param>
internal readonly record struct Fault(string Path, string? Reason)
{
    [MemberNotNullWhen(true, nameof(Reason))]
    public bool Happened => Reason is not null;

    /// <summary>The reason why an item is malformed; null when it is not.</summary>
    public string? Reason { get; } = Reason;
}
