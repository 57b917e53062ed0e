namespace WhatsCommerce.Http;

/// <summary>The JSON of an answer that names what was created: <c>{"id": "..."}</c>.</summary>
internal sealed record IdAnswer(string? Id) : IGraphAnswer
{
    bool IGraphAnswer.IsComplete => Id is { Length: > 0 };
}
