namespace WhatsCommerce.Groups;

/// <summary>A request about a group that Meta accepted; a webhook tells the outcome.</summary>
public sealed record GroupReceipt
{
    /// <summary>Gets the id of the request, as in <c>GroupEvent.RequestId</c>, where Meta gives one.</summary>
    public string? RequestId { get; init; }
}
