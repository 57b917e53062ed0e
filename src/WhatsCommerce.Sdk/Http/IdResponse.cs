namespace WhatsCommerce.Http;

/// <summary>The JSON of a response with the id of what was created: <c>{"id": "..."}</c>.</summary>
internal sealed record IdResponse(string? Id) : IGraphResponse
{
    bool IGraphResponse.IsComplete => Id is { Length: > 0 };
}
