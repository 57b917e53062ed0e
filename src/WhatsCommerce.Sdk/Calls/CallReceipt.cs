namespace WhatsCommerce.Calls;

/// <summary>A call that Meta accepted; the phone of the customer may not ring yet.</summary>
public sealed partial record CallReceipt
{
    /// <summary>The id of the call (<c>calls[].id</c>); its webhooks have it as <c>CallEvent.CallId</c>.</summary>
    [Sensitive(Shown = Shown.EndOfId)]
    public required string CallId { get; init; }
}
