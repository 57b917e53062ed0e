namespace WhatsCommerce.Flows;

/// <summary>A flow that was created.</summary>
/// <remarks>Source: Meta, flows/reference/flowsapi, creating a flow.</remarks>
public sealed record CreatedFlow : IGraphAnswer
{
    /// <summary><c>id</c>.</summary>
    public string Id { get; init; } = "";

    /// <summary>
    /// <c>validation_errors</c> of the JSON that was given with it. With any, it was created as a draft and not published.
    /// </summary>
    public IReadOnlyList<FlowValidationError> ValidationErrors { get; init; } = [];

    bool IGraphAnswer.IsComplete => Id is { Length: > 0 };
}
