namespace WhatsCommerce.Storefronts;

/// <summary>An order went on: it is being prepared, done, or was called off.</summary>
public sealed partial record OrderAdvanced : OrderStoryEvent
{
    /// <summary>Gets how far it has come.</summary>
    public required OrderState State { get; init; }

    /// <summary>Gets a sentence for the customer; <see langword="null"/> for the shop's own words.</summary>
    [Sensitive]
    public string? Note { get; init; }
}
