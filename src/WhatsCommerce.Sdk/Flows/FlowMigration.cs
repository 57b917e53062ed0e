namespace WhatsCommerce.Flows;

/// <summary>Represents the result of copying flows from one account to another.</summary>
/// <remarks>Source: Meta's OpenAPI v23.0, migrate flows.</remarks>
public sealed record FlowMigration : IGraphResponse
{
    /// <summary><c>migrated_flows</c>: the copied flows.</summary>
    [JsonPropertyName("migrated_flows")]
    public IReadOnlyList<MigratedFlow> Migrated { get; init; } = [];

    /// <summary><c>failed_flows</c>: the flows that were not copied.</summary>
    [JsonPropertyName("failed_flows")]
    public IReadOnlyList<FlowMigrationFailure> Failed { get; init; } = [];

    bool IGraphResponse.IsComplete => true;
}
