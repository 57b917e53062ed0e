using System.Text;

namespace WhatsCommerce.Messages;

/// <summary>Who gets the goods of an order. Customers do not see it; Indian law asks for it when physical goods are shipped.</summary>
/// <remarks>Source: Meta, payments/payments-in/pg, <c>beneficiaries</c>.</remarks>
public sealed record Beneficiary
{
    /// <summary>The person or business, at most <see cref="MessageLimits.BeneficiaryName"/> characters.</summary>
    public required string Name { get; init; }

    /// <summary>Door, tower and street, at most <see cref="MessageLimits.BeneficiaryAddressLine"/> characters.</summary>
    public required string AddressLine1 { get; init; }

    /// <summary>Landmark and area, at most <see cref="MessageLimits.BeneficiaryAddressLine"/> characters.</summary>
    public string? AddressLine2 { get; init; }

    /// <summary>The city.</summary>
    public required string City { get; init; }

    /// <summary>The state.</summary>
    public required string State { get; init; }

    /// <summary>The postal code: six digits.</summary>
    public required string PostalCode { get; init; }

    // Where a person lives does not belong into a log.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("State = ").Append(State);
        return true;
    }
}
