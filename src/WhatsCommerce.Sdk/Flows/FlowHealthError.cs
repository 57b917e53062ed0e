namespace WhatsCommerce.Flows;

/// <summary>Represents a reason that prevents sending messages with a flow.</summary>
/// <remarks>Source: Meta's OpenAPI v23.0, get flow, <c>health_status</c>.</remarks>
public sealed record FlowHealthError
{
    /// <summary><c>error_code</c>: the code of the error.</summary>
    [JsonPropertyName("error_code")]
    public int? Code { get; init; }

    /// <summary><c>error_description</c>: the description of the error.</summary>
    [JsonPropertyName("error_description")]
    public string? Description { get; init; }

    /// <summary><c>possible_solution</c>: a sentence, or a URL of Meta's documentation.</summary>
    public string? PossibleSolution { get; init; }
}
