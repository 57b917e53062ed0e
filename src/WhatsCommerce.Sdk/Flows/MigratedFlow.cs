namespace WhatsCommerce.Flows;

/// <summary>Represents a flow that was copied to another account.</summary>
/// <remarks>Source: Meta's OpenAPI v23.0, migrate flows.</remarks>
public sealed record MigratedFlow
{
    /// <summary><c>source_name</c>: the name, which the copy has too.</summary>
    public string? SourceName { get; init; }

    /// <summary><c>source_id</c>: the id of the original.</summary>
    public string? SourceId { get; init; }

    /// <summary><c>migrated_id</c>: the id of the copy.</summary>
    public string? MigratedId { get; init; }
}
