using System.Reflection;
using System.Text.Json.Serialization.Metadata;
using Refit;

namespace WhatsCommerce.Storefronts;

/// <summary>Serializes the JSON of one provider with its generated types; the size of responses is limited.</summary>
internal sealed class ProviderJson(JsonSerializerContext json) : IHttpContentSerializer
{
    /// <summary>The maximum size of a response in bytes; larger than any expected response.</summary>
    public const int LargestAnswer = 1024 * 1024;

    public HttpContent ToHttpContent<T>(T item)
    {
        ByteArrayContent content = new(JsonSerializer.SerializeToUtf8Bytes(item, (JsonTypeInfo<T>)json.GetTypeInfo(typeof(T))!));
        content.Headers.ContentType = new("application/json");
        return content;
    }

    public async Task<T?> FromHttpContentAsync<T>(HttpContent content, CancellationToken cancellationToken = default)
    {
        await content.LoadIntoBufferAsync(LargestAnswer, cancellationToken).ConfigureAwait(false);
        Stream body = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (body.ConfigureAwait(false))
        {
            return await JsonSerializer.DeserializeAsync(body, (JsonTypeInfo<T>)json.GetTypeInfo(typeof(T))!, cancellationToken)
                .ConfigureAwait(false);
        }
    }

    // Only used for form bodies, which are written without Refit.
    public string? GetFieldNameForProperty(PropertyInfo propertyInfo) => null;
}
