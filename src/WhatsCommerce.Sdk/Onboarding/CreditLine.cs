namespace WhatsCommerce.Onboarding;

/// <summary>Represents a line of credit of a solution partner, which can be shared with the accounts of its customers.</summary>
/// <remarks>Source: Meta, solution-providers/share-and-revoke-credit-lines; OpenAPI v23.0, <c>extendedcredits</c>.</remarks>
public sealed record CreditLine
{
    internal const string Fields = "id,legal_entity_name";

    /// <summary><c>id</c>: the id of the line of credit.</summary>
    public string? Id { get; init; }

    /// <summary><c>legal_entity_name</c>: the payer.</summary>
    public string? LegalEntityName { get; init; }
}
