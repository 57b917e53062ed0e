using System.Net;

namespace WhatsCommerce.Storefronts;

/// <summary>Calls PayPal with an access token; a token that PayPal rejects is replaced once.</summary>
internal sealed class PayPalApi : IDisposable
{
    /// <summary>The name of the provider and of its HttpClient.</summary>
    public const string ProviderName = "paypal";

    private readonly IPayPalApi _api;
    private readonly PayPalTokens _tokens;

    public PayPalApi(IHttpClientFactory clients, PayPalOptions options, TimeProvider time)
    {
        Options = options;
        HttpClient client = ProviderHttp.CreateClient(clients, ProviderName, Options.Address);
        _api = ProviderHttp.CreateApi<IPayPalApi>("PayPal", client, PayPalJson.Default, CodeOf);
        _tokens = new PayPalTokens(client, Options, time);
    }

    public PayPalOptions Options { get; }

    public void Dispose() => _tokens.Dispose();

    /// <summary>Makes a call. An unauthorized call had no effect, so it is retried once with a new token.</summary>
    public async Task<T> CallAsync<T>(Func<IPayPalApi, string, Task<T>> call, CancellationToken cancellationToken)
    {
        string token = await _tokens.GetAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await call(_api, token).ConfigureAwait(false);
        }
        catch (ProviderApiException exception) when (exception.Status == HttpStatusCode.Unauthorized)
        {
            _tokens.Forget(token);
            return await call(_api, await _tokens.GetAsync(cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        }
    }

    /// <summary>The issue of an error, which is more specific than its name.</summary>
    public static string? CodeOf(JsonElement error) =>
        ProviderText.Find(error, "details", "0", "issue") ?? ProviderText.Find(error, "name") ?? ProviderText.Find(error, "error");
}
