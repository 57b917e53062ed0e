namespace WhatsCommerce.Flows;

/// <summary>Represents a flow that was not copied.</summary>
/// <remarks>Source: Meta's OpenAPI v23.0, migrate flows.</remarks>
public sealed record FlowMigrationFailure
{
    /// <summary><c>source_name</c>: the name of the flow.</summary>
    public string? SourceName { get; init; }

    /// <summary><c>error_code</c>, such as 4233041.</summary>
    public int? ErrorCode { get; init; }

    /// <summary><c>error_message</c>: the description of the error.</summary>
    public string? ErrorMessage { get; init; }
}
