using System.Text.Json.Serialization.Metadata;

namespace WhatsCommerce.Http;

/// <summary>An endpoint in one line: its verb, its path below the version, and how to read its answer.</summary>
/// <param name="Method">The verb.</param>
/// <param name="Path">The path, from the account that calls.</param>
/// <param name="Answer">The type of the answer.</param>
/// <param name="IsComplete">Whether an answer holds what a success must hold.</param>
internal sealed record GraphEndpoint<TAnswer>(
    HttpMethod Method, Func<GraphAccount, string> Path, JsonTypeInfo<TAnswer> Answer, Func<TAnswer, bool> IsComplete);
