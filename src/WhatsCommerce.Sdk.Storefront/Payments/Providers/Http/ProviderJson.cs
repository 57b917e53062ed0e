using System.Reflection;
using System.Text.Json.Serialization.Metadata;
using Refit;

namespace WhatsCommerce.Storefronts;

/// <summary>Writes and reads the JSON of one provider with its generated types; answers are bounded.</summary>
internal sealed class ProviderJson(JsonSerializerContext json) : IHttpContentSerializer
{
    /// <summary>More than any answer that is asked for.</summary>
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

    // For forms, which are written without Refit.
    public string? GetFieldNameForProperty(PropertyInfo propertyInfo) => null;
}
