using System.Reflection;
using System.Text.Json.Serialization.Metadata;

namespace WhatsCommerce.Http;

/// <summary>Writes bodies like all other JSON of the client, and returns the responses that the transport has read.</summary>
internal sealed class GraphContentSerializer(JsonSerializerContext json) : IHttpContentSerializer
{
    public HttpContent ToHttpContent<T>(T item) => new GraphContent(item is IJsonBody body
        ? JsonBytes.Write(body, static (writer, body) => body.WriteTo(writer))
        : JsonBytes.Write(
            (item, (JsonTypeInfo<T>)json.GetTypeInfo(typeof(T))!),
            static (writer, body) => JsonSerializer.Serialize(writer, body.item, body.Item2)));

    public Task<T?> FromHttpContentAsync<T>(HttpContent content, CancellationToken cancellationToken = default) =>
        Task.FromResult((T?)((ResponseContent)content).Response);

    // Only used for forms, which the Graph API does not accept.
    public string? GetFieldNameForProperty(PropertyInfo propertyInfo) => null;
}
