namespace WhatsCommerce.Storefronts;

/// <summary>What <c>AddDeliverySteps</c> asks.</summary>
public sealed class DeliveryStepOptions
{
    /// <summary>Gets or sets a value indicating whether customers can choose to pick up the order; true unless set.</summary>
    public bool OfferPickup { get; set; } = true;

    /// <summary>Gets or sets a value indicating whether the address is asked for; true unless set.</summary>
    public bool AskAddress { get; set; } = true;

    /// <summary>Gets or sets a value indicating whether customers are asked for a note; false unless set.</summary>
    public bool AskNote { get; set; }

    /// <summary>
    /// Gets or sets a value indicating whether customers with an Indian number get the address form; false unless set. Meta offers it to
    /// businesses in India alone. Source: Meta, messages/address-messages.
    /// </summary>
    public bool UseIndianAddressForm { get; set; }

    /// <summary>
    /// Gets or sets the id of a flow of yours that asks for the address; <see langword="null"/> for none. Its answer is a flat object whose
    /// texts are the lines of the address; <c>postal_code</c>, <c>city</c> and <c>name</c> are known by name.
    /// </summary>
    public string? AddressFlowId { get; set; }
}
