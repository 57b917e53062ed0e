using System.Diagnostics.CodeAnalysis;
using Refit;
using WhatsCommerce.Http;

namespace WhatsCommerce.Storefronts;

/// <summary>
/// Creates clients for the HTTP APIs of providers, with the app's HTTP client factory and the same guards as for sending messages.
/// </summary>
internal static class ProviderHttp
{
    public static IHttpClientBuilder AddClient(IServiceCollection services, string provider) => services.AddOnceClient(provider);

    public static HttpClient CreateClient(IHttpClientFactory clients, string provider, Uri address)
    {
        HttpClient client = clients.CreateClient(OnceClients.NameOf(provider));
        client.BaseAddress = new Uri(address.AbsoluteUri.TrimEnd('/'));
        client.MaxResponseContentBufferSize = ProviderJson.LargestAnswer;
        return client;
    }

    /// <summary>Creates the Refit implementation of an API interface.</summary>
    /// <param name="provider">The name of the provider.</param>
    /// <param name="client">The HTTP client.</param>
    /// <param name="json">Its types.</param>
    /// <param name="codeOf">Finds the code in the body of an error.</param>
    public static TApi CreateApi<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] TApi>(
        string provider, HttpClient client, JsonSerializerContext json, Func<JsonElement, string?> codeOf)
        where TApi : class => RestService.ForGenerated<TApi>(client, new RefitSettings(new ProviderJson(json))
        {
            ExceptionFactory = async response => response.IsSuccessStatusCode
                ? null
                : await ErrorOfAsync(provider, response, codeOf).ConfigureAwait(false),
            TransportExceptionFactory = static (_, exception, _) => exception,
        });

    public static async Task<ProviderApiException> ErrorOfAsync(
        string provider, HttpResponseMessage response, Func<JsonElement, string?> codeOf)
    {
        const int LongestCode = 80;
        string? code = null;
        try
        {
            await response.Content.LoadIntoBufferAsync(ProviderJson.LargestAnswer).ConfigureAwait(false);
            using JsonDocument body = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync().ConfigureAwait(false));
            code = body.RootElement.ValueKind == JsonValueKind.Object ? codeOf(body.RootElement) : null;
        }
        catch (Exception exception) when (exception is JsonException or HttpRequestException or IOException)
        {
            // The body is not JSON, such as the error page of a proxy; the status is sufficient.
        }

        bool isCode = code is { Length: > 0 and <= LongestCode }
            && !code.AsSpan().ContainsAnyExcept(ProviderText.CodeCharacters);
        return new ProviderApiException(provider, response.StatusCode, isCode ? code : null);
    }

    /// <summary>Makes a call that a provider may reject.</summary>
    /// <exception cref="ProviderRefusedException">The provider rejected the call without effect.</exception>
    public static async Task<T> OrRefusedAsync<T>(Task<T> call)
    {
        try
        {
            return await call.ConfigureAwait(false);
        }
        catch (ProviderApiException exception) when (exception.IsRefusal)
        {
            throw new ProviderRefusedException(exception.Message, exception);
        }
    }
}
