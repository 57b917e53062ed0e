namespace WhatsCommerce.Groups;

/// <summary>Represents a request about a group that Meta accepted; a webhook reports the outcome.</summary>
public sealed record GroupReceipt
{
    /// <summary>Gets the id of the request, as in <c>GroupEvent.RequestId</c>; <see langword="null"/> when Meta returns none.</summary>
    public string? RequestId { get; init; }
}
