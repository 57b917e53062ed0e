namespace WhatsCommerce.Commerce;

/// <summary>The JSON of the compliance data.</summary>
internal sealed record BusinessComplianceResponse(
    string? EntityName,
    string? EntityType,
    string? EntityTypeCustom,
    bool? IsRegistered,
    ComplianceContact? GrievanceOfficerDetails,
    ComplianceContact? CustomerCareDetails)
{
    public BusinessCompliance ToCompliance() => new()
    {
        EntityName = EntityName,
        EntityType = new(EntityType),
        CustomEntityType = EntityTypeCustom,
        IsRegistered = IsRegistered,
        GrievanceOfficer = GrievanceOfficerDetails,
        CustomerCare = CustomerCareDetails,
    };
}
