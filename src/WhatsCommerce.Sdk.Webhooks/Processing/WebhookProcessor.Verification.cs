namespace WhatsCommerce.Webhooks;

public sealed partial class WebhookProcessor
{
    private async ValueTask<DeliveryProof?> VerifyAsync(
        ReadOnlyMemory<byte> body,
        string? signature,
        WebhookOptions options,
        EventDispatcher endpoint,
        string? tenantId,
        bool isDevelopment,
        CancellationToken cancellationToken)
    {
        if (!endpoint.UsesTenants)
        {
            return IsAuthentic(body.Span, signature, options, endpoint.EndpointName, isDevelopment) ? DeliveryProof.OfEndpoint : null;
        }

        bool isOfEndpoint = WebhookSignature.Verify(body.Span, signature, options.CurrentSecrets) == SignatureResult.Valid
            || (options.AllowUnsigned && isDevelopment && string.IsNullOrEmpty(signature));
        DeliveryProof? proof = await _services.Tenants.ProveAsync(body, signature, tenantId, isOfEndpoint, cancellationToken)
            .ConfigureAwait(false);
        if (proof is null)
        {
            TenantLog.NotProven(_logger, endpoint.EndpointName.ForLogs(), tenantId is null ? "the accounts in its body" : "its URL");
        }

        return proof;
    }

    private bool IsAuthentic(ReadOnlySpan<byte> body, string? signature, WebhookOptions options, string endpointName, bool isDevelopment)
    {
        SignatureResult result = WebhookSignature.Verify(body, signature, options.CurrentSecrets);
        if (result == SignatureResult.Valid)
        {
            return true;
        }

        // When a secret is configured, a signature that is present must be valid, even in development.
        if (options.AllowUnsigned && isDevelopment && (result == SignatureResult.Missing || !options.HasSecret))
        {
            Log.AcceptedUnverified(_logger, endpointName.ForLogs());
            return true;
        }

        Log.InvalidSignature(_logger, endpointName.ForLogs(), result switch
        {
            _ when !options.HasSecret => "AppSecrets is empty, and AllowUnsigned takes effect in development only",
            SignatureResult.Missing => "it carries no " + WebhookSignature.HeaderName,
            SignatureResult.Malformed => $"its {WebhookSignature.HeaderName} is not sha256= and 64 hex digits",
            _ => "its signature was made with none of the AppSecrets, or something on the way changed the body",
        });
        return false;
    }
}
