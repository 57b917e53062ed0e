namespace WhatsCommerce.Storefronts;

/// <summary>Raised when the state of an order changed: it is being prepared, done, or was canceled.</summary>
public sealed partial record OrderAdvanced : OrderStoryEvent
{
    /// <summary>Gets the new state of the order.</summary>
    public required OrderState State { get; init; }

    /// <summary>Gets a sentence for the customer; <see langword="null"/> for the default text.</summary>
    [Sensitive]
    public string? Note { get; init; }
}
