namespace WhatsCommerce.Webhooks.Json;

/// <summary>Why an item does not fit.</summary>
/// <param name="Path">Where inside the item, with a leading dot.</param>
/// <param name="Reason">What was expected and what was found.</param>
internal readonly record struct Fault(string Path, string? Reason)
{
    [MemberNotNullWhen(true, nameof(Reason))]
    public bool Happened => Reason is not null;

    /// <summary>Why an item does not fit; null when it does.</summary>
    public string? Reason { get; } = Reason;
}
