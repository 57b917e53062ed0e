using System.Net.Sockets;

namespace WhatsCommerce.Storefronts;

/// <summary>Applies a webhook to its attempt, which may have to be looked up at the provider.</summary>
internal static class FoundAttempts
{
    public static async Task<ProviderWebhookResult> ApplyAsync(
        this StorefrontCheckout checkout,
        string provider,
        string eventId,
        Func<CancellationToken, Task<AttemptId>> find,
        CancellationToken cancellationToken)
    {
        AttemptId attempt;
        try
        {
            attempt = await find(cancellationToken).ConfigureAwait(false);
        }
        catch (ProviderApiException exception) when (exception.IsRefusal)
        {
            return ProviderWebhookResult.Ignored;
        }
        catch (Exception exception) when (exception is ProviderApiException or HttpRequestException or SocketException)
        {
            return ProviderWebhookResult.TryLater;
        }

        return attempt.HasValue
            ? await checkout.ApplyWebhookAsync(attempt, provider, eventId, cancellationToken).ConfigureAwait(false)
            : ProviderWebhookResult.Ignored;
    }
}
