namespace WhatsCommerce.Flows;

/// <summary>Represents an error in the JSON of a flow. A flow with errors can be kept as a draft, but not published.</summary>
/// <remarks>Source: Meta's OpenAPI v23.0, update flow JSON; flows/reference/error-codes, static validation errors.</remarks>
public sealed record FlowValidationError
{
    /// <summary><c>error</c>, such as <c>INVALID_PROPERTY</c>.</summary>
    [JsonPropertyName("error")]
    public string? Code { get; init; }

    /// <summary><c>error_type</c>, such as <c>JSON_SCHEMA_ERROR</c>.</summary>
    [JsonPropertyName("error_type")]
    public string? Type { get; init; }

    /// <summary><c>message</c>: what is wrong, and where.</summary>
    public string? Message { get; init; }

    /// <summary><c>line_start</c>, from 1.</summary>
    public int? LineStart { get; init; }

    /// <summary><c>line_end</c>: the last line.</summary>
    public int? LineEnd { get; init; }

    /// <summary><c>column_start</c>, from 1.</summary>
    public int? ColumnStart { get; init; }

    /// <summary><c>column_end</c>: the last column.</summary>
    public int? ColumnEnd { get; init; }

    /// <summary><c>pointers</c>: all positions of the error; Meta omits them in some responses.</summary>
    public IReadOnlyList<FlowErrorPointer> Pointers { get; init; } = [];
}
