namespace WhatsCommerce.Storefronts;

/// <summary>An attempt as its provider has it.</summary>
public sealed partial record ProviderPayment
{
    /// <summary>Gets what the provider says.</summary>
    public required ProviderPaymentState State { get; init; }

    /// <summary>Gets what was paid; required when it is <see cref="ProviderPaymentState.Paid"/>.</summary>
    public Money? Amount { get; init; }

    /// <summary>
    /// Gets the reference under which the provider keeps it; required when it is <see cref="ProviderPaymentState.Paid"/>.
    /// </summary>
    public string? Reference { get; init; }

    /// <summary>
    /// Gets a value indicating whether the customer agreed and the money is still to be taken, by
    /// <see cref="ICheckoutProvider.CaptureAsync"/>; it is <see cref="ProviderPaymentState.Pending"/> until then.
    /// </summary>
    public bool IsCapturable { get; init; }

    /// <summary>
    /// Gets all that went back of what was paid: refunds, whoever made them, and disputes that were lost; <see langword="null"/> when the
    /// provider does not say.
    /// </summary>
    public Money? Refunded { get; init; }

    /// <summary>
    /// Gets a value indicating whether the customer disputes the payment, and nobody has decided yet; <see langword="null"/> when the
    /// provider does not say.
    /// </summary>
    public bool? IsDisputed { get; init; }

    /// <summary>Gets a value indicating whether it is in the provider's test mode, in which no money moves.</summary>
    public bool IsTest { get; init; }

    /// <summary>Gets the provider's own id of it.</summary>
    public string? ProviderReference { get; init; }

    /// <summary>Gets the page on which the customer pays.</summary>
    [Sensitive]
    public string? Url { get; init; }
}
