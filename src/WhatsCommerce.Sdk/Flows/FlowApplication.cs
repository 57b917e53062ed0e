namespace WhatsCommerce.Flows;

/// <summary>Represents the app that is connected to a flow; its secret signs WhatsApp's requests to the flow's endpoint.</summary>
/// <remarks>Source: Meta's OpenAPI v23.0, get flow, <c>application</c>.</remarks>
public sealed record FlowApplication
{
    /// <summary><c>id</c>: the id of the app.</summary>
    public string? Id { get; init; }

    /// <summary><c>name</c>: the name of the app.</summary>
    public string? Name { get; init; }
}
