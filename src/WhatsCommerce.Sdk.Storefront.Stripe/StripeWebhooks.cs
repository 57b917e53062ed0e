using System.Text.Json;
using Stripe;

namespace WhatsCommerce.Storefronts;

/// <summary>Receives Stripe's webhooks.</summary>
internal sealed class StripeWebhooks(StripeApi api, StorefrontCheckout checkout, TimeProvider time) : IProviderWebhooks
{
    public string Provider => StripeApi.ProviderName;

    public async Task<ProviderWebhookResult> ReceiveAsync(ProviderWebhook webhook, CancellationToken cancellationToken = default)
    {
        if (webhook.Body.Length > ProviderEventText.LargestBody || !StripeWebhookSignature.IsGenuine(
            webhook.Body.Span, webhook.GetHeader("Stripe-Signature"), api.Options.WebhookSecrets, time.GetUtcNow()))
        {
            return ProviderWebhookResult.Refused;
        }

        using JsonDocument? body = ProviderEventText.Parse(webhook.Body);
        if (body is null || ProviderText.Find(body.RootElement, "id") is not { Length: > 0 and <= 128 } id
            || !body.RootElement.TryGetProperty("data", out JsonElement data) || data.ValueKind != JsonValueKind.Object
            || !data.TryGetProperty("object", out JsonElement thing))
        {
            return ProviderWebhookResult.Ignored;
        }

        return await checkout.ApplyAsync(Provider, id, token => FindAttemptAsync(thing, token), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Finds the attempt to which a session, a payment, a charge, a refund or a dispute belongs.</summary>
    private async Task<AttemptId> FindAttemptAsync(JsonElement thing, CancellationToken cancellationToken)
    {
        string? named = ProviderText.Find(thing, "metadata", StripeSession.AttemptKey) ?? ProviderText.Find(thing, "client_reference_id");
        string? payment = ProviderText.Find(thing, "payment_intent");
        if (named is not null || !ProviderText.IsId(payment))
        {
            return named;
        }

        PaymentIntent? found = await StripeApi.FindAsync(
            api.Payments.GetAsync(payment, options: null, requestOptions: null, cancellationToken)).ConfigureAwait(false);
        return found?.Metadata?.GetValueOrDefault(StripeSession.AttemptKey);
    }
}
