namespace WhatsCommerce.Http;

/// <summary>The JSON of a response with the id of what was created: <c>{"id": "..."}</c>.</summary>
internal sealed record IdAnswer(string? Id) : IGraphAnswer
{
    bool IGraphAnswer.IsComplete => Id is { Length: > 0 };
}
