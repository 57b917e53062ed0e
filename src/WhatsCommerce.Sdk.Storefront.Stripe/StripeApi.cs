using System.Net;
using Stripe;
using Stripe.Checkout;

namespace WhatsCommerce.Storefronts;

/// <summary>Stripe.net over the app's HttpClient; it repeats nothing on its own.</summary>
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

    /// <summary>Makes a call. An error names status and code alone: Stripe's sentences quote what was sent.</summary>
    /// <exception cref="ProviderApiException">Stripe answered with an error, or not at all.</exception>
    public static async Task<T> CallAsync<T>(Task<T> call)
    {
        try
        {
            return await call.ConfigureAwait(false);
        }
        catch (StripeException exception)
        {
            // The same key with other parameters says nothing of what became of the first call: a conflict.
            HttpStatusCode status = exception.StripeError?.Type == "idempotency_error" ? HttpStatusCode.Conflict : exception.HttpStatusCode;
            throw new ProviderApiException("Stripe", status, exception.StripeError?.Code ?? exception.StripeError?.Type);
        }
    }

    /// <summary>Makes a call that gives null for what Stripe does not have.</summary>
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
