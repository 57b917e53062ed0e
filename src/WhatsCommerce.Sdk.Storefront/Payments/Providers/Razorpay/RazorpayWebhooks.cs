using System.Security.Cryptography;

namespace WhatsCommerce.Storefronts;

/// <summary>
/// Receives Razorpay's webhooks. The signature covers the raw body without a timestamp, so redeliveries are detected by the event id.
/// </summary>
/// <remarks>Source: razorpay.com/docs/webhooks/validate-test.</remarks>
internal sealed class RazorpayWebhooks(RazorpayApi api, StorefrontCheckout checkout) : IProviderWebhooks
{
    public string Provider => RazorpayApi.ProviderName;

    public async Task<ProviderWebhookResult> ReceiveAsync(ProviderWebhook webhook, CancellationToken cancellationToken = default)
    {
        if (webhook.Body.Length > ProviderEventText.LargestBody
            || !HmacSignature.IsOfAny(api.Options.WebhookSecrets, webhook.Body.Span, webhook.GetHeader("X-Razorpay-Signature")))
        {
            return ProviderWebhookResult.Refused;
        }

        using JsonDocument? body = ProviderEventText.Parse(webhook.Body);
        if (body is null || !body.RootElement.TryGetProperty("payload", out JsonElement payload))
        {
            return ProviderWebhookResult.Ignored;
        }

        // The header with the event id is not signed, only the body is. A replay under another id is harmless: the payment is only read
        // back once more.
        string id = webhook.GetHeader("x-razorpay-event-id") is { Length: > 0 and <= 64 } named && ProviderText.IsId(named)
            ? named
            : Convert.ToHexStringLower(SHA256.HashData(webhook.Body.Span));
        return await checkout.ApplyAsync(Provider, id, token => FindAttemptAsync(payload, token), cancellationToken).ConfigureAwait(false);
    }

    private async Task<AttemptId> FindAttemptAsync(JsonElement payload, CancellationToken cancellationToken)
    {
        string? named = ProviderText.Find(payload, "payment_link", "entity", "reference_id")
            ?? ProviderText.Find(payload, "payment", "entity", "notes", "attempt");
        string? payment = ProviderText.Find(payload, "payment", "entity", "id")
            ?? ProviderText.Find(payload, "refund", "entity", "payment_id")
            ?? ProviderText.Find(payload, "dispute", "entity", "payment_id");
        if (named is not null || !ProviderText.IsId(payment))
        {
            return named;
        }

        RazorpayLinks links = await api.Calls.ListByPayment(api.Key, payment!, cancellationToken).ConfigureAwait(false);
        return links.PaymentLinks?.FirstOrDefault(link => link.Payments?.Any(one => one.PaymentId == payment) == true)?.ReferenceId;
    }
}
