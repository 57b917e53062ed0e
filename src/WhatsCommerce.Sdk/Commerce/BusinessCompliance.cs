namespace WhatsCommerce.Commerce;

/// <summary>Represents the compliance data that Indian law requires of businesses: their identity, and contacts for customers.</summary>
/// <remarks>Source: Meta, business_compliance_info reference.</remarks>
public sealed record BusinessCompliance : IJsonBody
{
    /// <summary>The legal name of the business, from 2 to 128 characters. Required.</summary>
    public string? EntityName { get; init; }

    /// <summary>Its legal form. Required.</summary>
    public BusinessEntityType EntityType { get; init; }

    /// <summary>
    /// The description of the legal form, at most 1,024 characters: required for <see cref="BusinessEntityType.Other"/>, otherwise not
    /// allowed.
    /// </summary>
    public string? CustomEntityType { get; init; }

    /// <summary>
    /// Whether it is registered; only for <see cref="BusinessEntityType.Other"/> and <see cref="BusinessEntityType.Partnership"/>.
    /// </summary>
    public bool? IsRegistered { get; init; }

    /// <summary>The grievance officer. Required, with name and e-mail address.</summary>
    public ComplianceContact? GrievanceOfficer { get; init; }

    /// <summary>Customer care. Required, with an e-mail address.</summary>
    public ComplianceContact? CustomerCare { get; init; }

    /// <exception cref="WhatsCommerceValidationException">A rule is violated.</exception>
    internal void Check()
    {
        Violations violations = new();
        violations.RequireText(
            "entity_name", EntityName, CommerceLimits.EntityNameLength, "The name of the business", CommerceLimits.MinEntityNameLength);
        CheckEntityType(violations);
        CheckContact(violations, "grievance_officer_details", GrievanceOfficer, isNamed: true);
        CheckContact(violations, "customer_care_details", CustomerCare, isNamed: false);
        violations.ThrowIfAny("The business compliance data was not sent");
    }

    void IJsonBody.WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("messaging_product"u8, "whatsapp"u8);
        writer.WriteString("entity_name"u8, EntityName);
        writer.WriteString("entity_type"u8, EntityType.Value);
        writer.WriteOptional("entity_type_custom"u8, CustomEntityType);
        if (IsRegistered is bool isRegistered)
        {
            writer.WriteBoolean("is_registered"u8, isRegistered);
        }

        GrievanceOfficer?.WriteTo(writer, "grievance_officer_details"u8);
        CustomerCare?.WriteTo(writer, "customer_care_details"u8);
        writer.WriteEndObject();
    }

    private static void CheckContact(Violations violations, string path, ComplianceContact? contact, bool isNamed)
    {
        if (contact is null)
        {
            violations.Add(path, ViolationRule.Required, "It is missing.");
        }
        else
        {
            contact.Check(violations, path, isNamed);
        }
    }

    private void CheckEntityType(Violations violations)
    {
        bool isOther = EntityType == BusinessEntityType.Other;
        if (EntityType.Value is null)
        {
            violations.Add("entity_type", ViolationRule.Required, "It is missing.");
        }

        if (isOther)
        {
            violations.RequireText(
                "entity_type_custom", CustomEntityType, CommerceLimits.CustomEntityTypeLength, "The legal form in words");
        }
        else if (CustomEntityType is not null)
        {
            violations.Add(
                "entity_type_custom",
                ViolationRule.NotAllowed,
                "Only a business of entity type OTHER has one. Leave it out, or set the type.");
        }

        if (IsRegistered is not null && EntityType.IsKnown && !isOther && EntityType != BusinessEntityType.Partnership)
        {
            violations.Add(
                "is_registered", ViolationRule.NotAllowed, "Only businesses of entity type OTHER or PARTNERSHIP say so. Leave it out.");
        }
    }
}
