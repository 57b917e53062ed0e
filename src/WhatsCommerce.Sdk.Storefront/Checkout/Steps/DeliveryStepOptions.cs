namespace WhatsCommerce.Storefronts;

/// <summary>The options for the checkout steps that <c>AddDeliverySteps</c> adds.</summary>
public sealed class DeliveryStepOptions
{
    /// <summary>Gets or sets a value indicating whether customers can choose to pick up the order; true unless set.</summary>
    public bool OfferPickup { get; set; } = true;

    /// <summary>Gets or sets a value indicating whether the address is asked for; true unless set.</summary>
    public bool AskAddress { get; set; } = true;

    /// <summary>Gets or sets a value indicating whether customers are asked for a note; false unless set.</summary>
    public bool AskNote { get; set; }

    /// <summary>
    /// Gets or sets a value indicating whether customers with an Indian number get the address form; false unless set. Meta offers the form
    /// only to businesses in India. Source: Meta, messages/address-messages.
    /// </summary>
    public bool UseIndianAddressForm { get; set; }

    /// <summary>
    /// Gets or sets the id of your own flow that asks for the address; <see langword="null"/> for none. Its response is a flat JSON object
    /// whose strings are the lines of the address; <c>postal_code</c>, <c>city</c> and <c>name</c> are recognized by name.
    /// </summary>
    public string? AddressFlowId { get; set; }
}
