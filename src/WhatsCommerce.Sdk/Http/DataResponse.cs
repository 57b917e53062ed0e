namespace WhatsCommerce.Http;

/// <summary>
/// The JSON of one object that Meta wraps into a list: <c>{"data": [{...}]}</c>. Unlike a list, it is read completely or not at all.
/// </summary>
internal sealed record DataResponse<T>(IReadOnlyList<T>? Data) : IGraphResponse
{
    bool IGraphResponse.IsComplete => Data is not null;
}
