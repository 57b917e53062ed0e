namespace WhatsCommerce.Flows;

/// <summary>Represents a flow that was created.</summary>
/// <remarks>Source: Meta, flows/reference/flowsapi, creating a flow.</remarks>
public sealed record CreatedFlow : IGraphResponse
{
    /// <summary><c>id</c>: the id of the new flow.</summary>
    public string Id { get; init; } = "";

    /// <summary><c>validation_errors</c> of the given JSON. With any errors, the flow was created as a draft and not published.</summary>
    public IReadOnlyList<FlowValidationError> ValidationErrors { get; init; } = [];

    bool IGraphResponse.IsComplete => Id is { Length: > 0 };
}
