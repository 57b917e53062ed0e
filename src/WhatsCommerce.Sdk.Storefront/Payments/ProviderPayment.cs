namespace WhatsCommerce.Storefronts;

/// <summary>Represents the state of an attempt at its provider.</summary>
public sealed partial record ProviderPayment
{
    /// <summary>Gets the state that the provider reports.</summary>
    public required ProviderPaymentState State { get; init; }

    /// <summary>Gets the paid amount; required if the state is <see cref="ProviderPaymentState.Paid"/>.</summary>
    public Money? Amount { get; init; }

    /// <summary>Gets the reference at the provider; required if the state is <see cref="ProviderPaymentState.Paid"/>.</summary>
    public string? Reference { get; init; }

    /// <summary>
    /// Gets a value indicating whether the customer approved the payment and it is not captured yet, by
    /// <see cref="ICheckoutProvider.CaptureAsync"/>; it is <see cref="ProviderPaymentState.Pending"/> until then.
    /// </summary>
    public bool IsCapturable { get; init; }

    /// <summary>
    /// Gets the total refunded amount: all refunds and lost disputes; <see langword="null"/> if the provider does not report it.
    /// </summary>
    public Money? Refunded { get; init; }

    /// <summary>
    /// Gets a value indicating whether the payment is disputed and the dispute is not decided yet; <see langword="null"/> if the provider
    /// does not report it.
    /// </summary>
    public bool? IsDisputed { get; init; }

    /// <summary>Gets a value indicating whether the payment is in the provider's test mode, in which no money moves.</summary>
    public bool IsTest { get; init; }

    /// <summary>Gets the provider's id of the payment.</summary>
    public string? ProviderReference { get; init; }

    /// <summary>Gets the page on which the customer pays.</summary>
    [Sensitive]
    public string? Url { get; init; }
}
