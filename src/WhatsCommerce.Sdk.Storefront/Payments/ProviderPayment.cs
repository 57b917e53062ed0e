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

    /// <summary>Gets a value indicating whether it is in the provider's test mode, in which no money moves.</summary>
    public bool IsTest { get; init; }

    /// <summary>Gets the provider's own id of it.</summary>
    public string? ProviderReference { get; init; }

    /// <summary>Gets the page on which the customer pays.</summary>
    [Sensitive]
    public string? Url { get; init; }
}
