using System.Text.Json.Serialization.Metadata;

namespace WhatsCommerce.Http;

/// <summary>An endpoint in one line: its verb, its path below the version, and how to read its answer.</summary>
/// <param name="Method">The verb.</param>
/// <param name="Path">The path, from the account that calls.</param>
/// <param name="Answer">The type of the answer.</param>
/// <param name="IsComplete">Whether an answer holds what a success must hold.</param>
internal sealed record GraphEndpoint<TAnswer>(
    HttpMethod Method, Func<GraphAccount, string> Path, JsonTypeInfo<TAnswer> Answer, Func<TAnswer, bool> IsComplete)
{
    /// <summary>What the endpoint does, in traces and metrics: one of few words, such as <c>send</c> or <c>mark_as_read</c>.</summary>
    public string Operation { get; init; } = "call";

    /// <summary>What an open outcome means, where the request must not be made twice.</summary>
    public string Uncertainty { get; init; } = "Whether it was carried out is not known; it was not repeated.";
}
