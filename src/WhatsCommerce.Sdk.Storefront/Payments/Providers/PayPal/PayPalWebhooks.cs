using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace WhatsCommerce.Storefronts;

/// <summary>Receives PayPal's webhooks.</summary>
internal sealed class PayPalWebhooks(
    PayPalApi api, PayPalCertificates certificates, StorefrontCheckout checkout, TimeProvider time) : IProviderWebhooks
{
    public string Provider => PayPalApi.ProviderName;

    public async Task<ProviderWebhookResult> ReceiveAsync(ProviderWebhook webhook, CancellationToken cancellationToken = default)
    {
        if (webhook.Body.Length > ProviderEventText.LargestBody || api.Options.WebhookIds.Count == 0
            || PayPalWebhookSignature.Read(webhook, time.GetUtcNow()) is not PayPalWebhookSignature signature)
        {
            return ProviderWebhookResult.Refused;
        }

        X509Certificate2? certificate;
        try
        {
            certificate = await certificates.FindAsync(signature.Certificate, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is HttpRequestException or SocketException)
        {
            return ProviderWebhookResult.TryLater;
        }

        if (certificate is null || !signature.IsOf(certificate, webhook.Body.Span, api.Options.WebhookIds))
        {
            return ProviderWebhookResult.Refused;
        }

        using JsonDocument? body = ProviderEventText.Parse(webhook.Body);
        if (body is null || ProviderText.Find(body.RootElement, "id") is not { Length: > 0 and <= 128 } id
            || !body.RootElement.TryGetProperty("resource", out JsonElement resource) || resource.ValueKind != JsonValueKind.Object)
        {
            return ProviderWebhookResult.Ignored;
        }

        return await checkout.ApplyAsync(Provider, id, token => FindAttemptAsync(resource, token), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Finds the attempt to which an order, a capture, a refund or a dispute belongs.</summary>
    private async Task<AttemptId> FindAttemptAsync(JsonElement resource, CancellationToken cancellationToken)
    {
        string? named = ProviderText.Find(resource, "custom_id")
            ?? ProviderText.Find(resource, "purchase_units", "0", "custom_id")
            ?? ProviderText.Find(resource, "disputed_transactions", "0", "custom");

        // The custom id of a refund is the refund's id; the attempt's id is in its order.
        if (ProviderText.Find(resource, "supplementary_data", "related_ids", "order_id") is string order)
        {
            if (!ProviderText.IsId(order))
            {
                return default;
            }

            PayPalOrder found = await api.CallAsync((paypal, token) => paypal.GetOrder(token, order, cancellationToken), cancellationToken)
                .ConfigureAwait(false);
            return found.PurchaseUnits is [{ CustomId: string reference }, ..] ? reference : named;
        }

        string? captureId = ProviderText.Find(resource, "disputed_transactions", "0", "seller_transaction_id") ?? CaptureIdOf(resource);
        if (captureId is null)
        {
            return named;
        }

        if (!ProviderText.IsId(captureId))
        {
            return default;
        }

        PayPalCapture capture = await api.CallAsync(
            (paypal, token) => paypal.GetCapture(token, captureId, cancellationToken), cancellationToken).ConfigureAwait(false);
        return capture.CustomId ?? named;
    }

    /// <summary>The id of the captured payment of a refund, from its <c>up</c> link.</summary>
    private static string? CaptureIdOf(JsonElement resource)
    {
        const string Captures = "/v2/payments/captures/";
        if (!resource.TryGetProperty("links", out JsonElement links) || links.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        foreach (JsonElement link in links.EnumerateArray())
        {
            string? href = ProviderText.Find(link, "href");
            int start = href?.IndexOf(Captures, StringComparison.Ordinal) ?? -1;
            if (start >= 0 && ProviderText.Find(link, "rel") == "up" && ProviderText.IsId(href![(start + Captures.Length)..]))
            {
                return href[(start + Captures.Length)..];
            }
        }

        return null;
    }
}
