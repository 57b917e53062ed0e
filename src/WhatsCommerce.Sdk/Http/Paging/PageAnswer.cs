using System.Text.Json.Serialization;

namespace WhatsCommerce.Http;

/// <summary>The JSON of a list: <c>{"data": [...], "paging": {"cursors": {"before", "after"}, "next"}}</c>.</summary>
internal sealed record PageAnswer<T>(IReadOnlyList<T>? Data, PagingAnswer? Paging)
{
    /// <summary>Whether another page follows: the last one has cursors too, but no <c>next</c>.</summary>
    [JsonIgnore]
    public bool HasNext => !string.IsNullOrEmpty(Paging?.Next);

    /// <summary>The items that did not have the shape that they should have.</summary>
    [JsonIgnore]
    public IReadOnlyList<MalformedItem> Malformed { get; init; } = [];

    public Page<T> ToPage() => new(Data ?? [], Paging?.Cursors?.Before, Paging?.Cursors?.After, HasNext) { Malformed = Malformed };
}

internal sealed record PagingAnswer(CursorsAnswer? Cursors, string? Next);

internal sealed record CursorsAnswer(string? Before, string? After);
