namespace WhatsCommerce.Http;

/// <summary>The JSON of a list: <c>{"data": [...], "paging": {"cursors": {"before", "after"}, "next"}}</c>.</summary>
internal sealed record PageResponse<T>(IReadOnlyList<T>? Data, PagingResponse? Paging) : IPageResponse
{
    /// <summary>Whether another page follows: the last one has cursors too, but no <c>next</c>.</summary>
    [JsonIgnore]
    public bool HasNext => !string.IsNullOrEmpty(Paging?.Next);

    /// <summary>The malformed items.</summary>
    [JsonIgnore]
    public IReadOnlyList<MalformedItem> Malformed { get; init; } = [];

    /// <summary>The name of the list's operation.</summary>
    [JsonIgnore]
    public string Operation { get; set; } = "list";

    bool IGraphResponse.IsComplete => Data is not null;

    bool IPageResponse.HoldsNull => default(T) is null && Data?.Contains(default!) == true;

    public Page<T> ToPage() => new(Data ?? [], Paging?.Cursors?.Before, Paging?.Cursors?.After, HasNext) { Malformed = Malformed };

    IPageResponse? IPageResponse.ReadItems(byte[] body, JsonSerializerOptions options) => PageReader.ReadItems<T>(body, options);
}

internal sealed record PagingResponse(CursorsResponse? Cursors, string? Next);
internal sealed record CursorsResponse(string? Before, string? After);
