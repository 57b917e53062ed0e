using Microsoft.Extensions.Primitives;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Storefronts;

/// <summary>Passes the webhooks of payment providers to their receivers, as raw bytes and with limits for size and time.</summary>
internal sealed class ProviderWebhookHandler(
    IEnumerable<IProviderWebhooks> receivers, StorefrontPagesOptions options, TimeProvider time, ILogger logger, CancellationToken stopping)
{
    private readonly FrozenDictionary<string, IProviderWebhooks> _receivers = ByName(receivers);

    public async Task HandleAsync(HttpContext context)
    {
        // Only names of the shop's providers are logged, never values of the request.
        if (context.Request.RouteValues["provider"] is not string name || !_receivers.TryGetValue(name, out IProviderWebhooks? receiver))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        (byte[]? body, int status) = await ReadAsync(context, receiver.Provider).ConfigureAwait(false);
        context.Response.StatusCode = body is null ? status : await ReceiveAsync(context, receiver, body).ConfigureAwait(false);
    }

    private static FrozenDictionary<string, IProviderWebhooks> ByName(IEnumerable<IProviderWebhooks> receivers)
    {
        Dictionary<string, IProviderWebhooks> byName = new(StringComparer.Ordinal);
        foreach (IProviderWebhooks receiver in receivers)
        {
            if (!byName.TryAdd(receiver.Provider, receiver))
            {
                throw new InvalidOperationException($"Two receivers take the webhooks of provider \"{receiver.Provider}\"; register one.");
            }
        }

        return byName.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private async Task<(byte[]? Body, int Status)> ReadAsync(HttpContext context, string provider)
    {
        using CancellationTokenSource deadline = new(options.WebhookTimeout, time);
        using CancellationTokenSource both = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, deadline.Token);
        try
        {
            if (await RequestBody.ReadAsync(context, options.MaxWebhookBytes, both.Token).ConfigureAwait(false) is byte[] body)
            {
                return (body, StatusCodes.Status200OK);
            }

            PagesLog.WebhookTooLarge(logger, provider, options.MaxWebhookBytes);
            return (null, StatusCodes.Status413PayloadTooLarge);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            PagesLog.WebhookIncomplete(logger, exception, provider);
            return (null, (exception as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status408RequestTimeout);
        }
    }

    private async Task<int> ReceiveAsync(HttpContext context, IProviderWebhooks receiver, byte[] body)
    {
        // Work that has begun continues even if the provider closes the connection.
        using CancellationTokenSource deadline = new(options.WebhookTimeout, time);
        using CancellationTokenSource both = CancellationTokenSource.CreateLinkedTokenSource(stopping, deadline.Token);
        ProviderWebhook webhook = new(
            body, name => context.Request.Headers.TryGetValue(name, out StringValues values) ? values.ToString() : null);
        try
        {
            ProviderWebhookResult result = await receiver.ReceiveAsync(webhook, both.Token).ConfigureAwait(false);
            if (result == ProviderWebhookResult.Refused)
            {
                PagesLog.WebhookRefused(logger, receiver.Provider);
            }

            return result switch
            {
                ProviderWebhookResult.Taken or ProviderWebhookResult.Ignored => StatusCodes.Status200OK,
                ProviderWebhookResult.Refused => StatusCodes.Status401Unauthorized,
                _ => StatusCodes.Status503ServiceUnavailable,
            };
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return StatusCodes.Status503ServiceUnavailable;
        }
        catch (Exception exception)
        {
            // After any failure the provider must retry, and gets no details.
            PagesLog.WebhookFailed(logger, exception, receiver.Provider);
            return StatusCodes.Status503ServiceUnavailable;
        }
    }
}
