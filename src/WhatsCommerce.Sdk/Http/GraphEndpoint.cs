using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace WhatsCommerce.Http;

/// <summary>An endpoint in one line: its verb, its path below the version, and how to read its answer.</summary>
/// <param name="Method">The verb.</param>
/// <param name="Path">The path, from the account that calls.</param>
/// <param name="Read">Reads the answer; throws a <see cref="JsonException"/> when it is none.</param>
/// <param name="IsComplete">Whether an answer holds what a success must hold.</param>
internal sealed record GraphEndpoint<TAnswer>(
    HttpMethod Method, Func<GraphAccount, string> Path, Func<byte[], TAnswer?> Read, Func<TAnswer, bool> IsComplete)
{
    /// <summary>An endpoint whose answer the generated context reads.</summary>
    public GraphEndpoint(HttpMethod method, Func<GraphAccount, string> path, JsonTypeInfo<TAnswer> answer, Func<TAnswer, bool> isComplete)
        : this(method, path, body => JsonSerializer.Deserialize(body, answer), isComplete)
    {
    }

    /// <summary>An endpoint at a path with ids of the caller's: <c>new(HttpMethod.Get, $"{catalogId}/products", ...)</c>.</summary>
    /// <exception cref="ArgumentException">A value in the path is no id.</exception>
    public GraphEndpoint(HttpMethod method, GraphPath path, JsonTypeInfo<TAnswer> answer, Func<TAnswer, bool>? isComplete = null)
        : this(method, Always(path.ToStringAndClear()), answer, isComplete ?? (static _ => true))
    {
    }

    /// <summary>The parameters in the address; never in a log. A secret does not belong there all the same, but into the body.</summary>
    public GraphQuery Query { get; init; }

    /// <summary>What the endpoint does, in traces and metrics: one of few words, such as <c>send</c> or <c>mark_as_read</c>.</summary>
    public string Operation { get; init; } = "call";

    /// <summary>What to look at when Meta refuses the request, or the permission for it: a sentence that begins with a blank.</summary>
    public string IfRefused { get; init; } = "";

    /// <summary>What an open outcome means, where the request must not be made twice.</summary>
    public string Uncertainty { get; init; } = "Whether it was carried out is not known; it was not repeated.";

    private static Func<GraphAccount, string> Always(string path) => _ => path;
}
