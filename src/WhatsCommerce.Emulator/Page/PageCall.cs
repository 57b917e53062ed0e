using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace WhatsCommerce.Emulator;

/// <summary>A request of the page.</summary>
internal sealed class PageCall(HttpContext http, byte[] body)
{
    /// <summary>Gets the response of actions that return nothing.</summary>
    public static ContentHttpResult Done { get; } = TypedResults.Text("{}", "application/json");

    public CancellationToken Aborted => http.RequestAborted;

    /// <summary>Returns a segment of the path by its name in the route, unescaped.</summary>
    public string Path(string name) => http.GetRouteValue(name) as string ?? "";

    public string? Query(string name) => http.Request.Query.TryGetValue(name, out var values) ? values[^1] : null;

    public IReadOnlyList<string> QueryList(string name) => [.. http.Request.Query[name].OfType<string>()];

    public long Number(string name, long otherwise) =>
        Query(name) is not { Length: > 0 } text ? otherwise
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number
        : throw new PageProblemException($"{name} must be a whole number.");

    public T Body<T>(JsonTypeInfo<T> type)
        where T : class =>
        JsonSerializer.Deserialize(body.Length == 0 ? "{}"u8 : body, type)
        ?? throw new PageProblemException("The body must be a JSON object.");
}
