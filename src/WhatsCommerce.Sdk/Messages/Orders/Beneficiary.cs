namespace WhatsCommerce.Messages;

/// <summary>The recipient of an order. Customers do not see it; Indian law requires it for physical goods.</summary>
/// <remarks>Source: Meta, payments/payments-in/pg, <c>beneficiaries</c>.</remarks>
public sealed partial record Beneficiary
{
    /// <summary>The person or business, at most <see cref="MessageLimits.BeneficiaryName"/> characters.</summary>
    [Sensitive]
    public required string Name { get; init; }

    /// <summary>Door, tower and street, at most <see cref="MessageLimits.BeneficiaryAddressLine"/> characters.</summary>
    [Sensitive]
    public required string AddressLine1 { get; init; }

    /// <summary>Landmark and area, at most <see cref="MessageLimits.BeneficiaryAddressLine"/> characters.</summary>
    [Sensitive]
    public string? AddressLine2 { get; init; }

    /// <summary>The city.</summary>
    [Sensitive]
    public required string City { get; init; }

    /// <summary>The state.</summary>
    public required string State { get; init; }

    /// <summary>The postal code: six digits.</summary>
    [Sensitive]
    public required string PostalCode { get; init; }
}
