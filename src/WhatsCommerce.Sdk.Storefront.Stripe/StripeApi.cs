using System.Net;
using Stripe;
using Stripe.Checkout;

namespace WhatsCommerce.Storefronts;

/// <summary>Stripe.net over the app's HttpClient, without automatic retries.</summary>
internal sealed class StripeApi
{
    /// <summary>The name of the provider and of its HttpClient.</summary>
    public const string ProviderName = "stripe";

    public StripeApi(IHttpClientFactory clients, StripeOptions options)
    {
        Options = options;
        StripeClient client = new(new StripeClientOptions
        {
            ApiKey = Options.SecretKey,
            ApiBase = (Options.BaseAddress ?? new Uri(StripeClient.DefaultApiBase)).AbsoluteUri.TrimEnd('/'),
            HttpClient = new SystemNetHttpClient(
                ProviderHttp.CreateClient(clients, ProviderName, new Uri(StripeClient.DefaultApiBase)),
                maxNetworkRetries: 0,
                appInfo: null,
                enableTelemetry: false),
        });
        Sessions = new SessionService(client);
        Payments = new PaymentIntentService(client);
        Refunds = new RefundService(client);
        Disputes = new DisputeService(client);
    }

    public StripeOptions Options { get; }
    public SessionService Sessions { get; }
    public PaymentIntentService Payments { get; }
    public RefundService Refunds { get; }
    public DisputeService Disputes { get; }

    /// <summary>Makes a call. Errors contain only status and code, because Stripe's messages quote the request.</summary>
    /// <exception cref="ProviderApiException">Stripe responded with an error, or not at all.</exception>
    public static async Task<T> CallAsync<T>(Task<T> call)
    {
        try
        {
            return await call.ConfigureAwait(false);
        }
        catch (StripeException exception)
        {
            // An idempotency error says nothing about the outcome of the first call, so it is treated as a conflict.
            HttpStatusCode status = exception.StripeError?.Type == "idempotency_error" ? HttpStatusCode.Conflict : exception.HttpStatusCode;
            throw new ProviderApiException("Stripe", status, exception.StripeError?.Code ?? exception.StripeError?.Type);
        }
    }

    /// <summary>Makes a call that returns null when Stripe does not have the object.</summary>
    public static async Task<T?> FindAsync<T>(Task<T> call)
        where T : class
    {
        try
        {
            return await CallAsync(call).ConfigureAwait(false);
        }
        catch (ProviderApiException exception) when (exception.Status == HttpStatusCode.NotFound)
        {
            return null;
        }
    }
}
