using System.Reflection;
using System.Text.Json.Serialization.Metadata;

namespace WhatsCommerce.Http;

/// <summary>Writes bodies as every other JSON of the client is written; hands answers over, which the transport has read.</summary>
internal sealed class GraphContentSerializer(JsonSerializerContext json) : IHttpContentSerializer
{
    public HttpContent ToHttpContent<T>(T item) => new GraphContent(item is IJsonBody body
        ? JsonBytes.Write(body, static (writer, body) => body.WriteTo(writer))
        : JsonBytes.Write(
            (item, (JsonTypeInfo<T>)json.GetTypeInfo(typeof(T))!),
            static (writer, body) => JsonSerializer.Serialize(writer, body.item, body.Item2)));

    public Task<T?> FromHttpContentAsync<T>(HttpContent content, CancellationToken cancellationToken = default) =>
        Task.FromResult((T?)((AnswerContent)content).Answer);

    // For forms, which the Graph API does not take.
    public string? GetFieldNameForProperty(PropertyInfo propertyInfo) => null;
}
