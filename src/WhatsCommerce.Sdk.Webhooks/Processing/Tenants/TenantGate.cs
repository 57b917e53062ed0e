namespace WhatsCommerce.Webhooks;

/// <summary>
/// Verifies deliveries with the secrets of tenants, and determines which events belong to a tenant that the signature covers.
/// </summary>
internal sealed class TenantGate(TenantLookup lookup, ProcessingServices services)
{
    public ForeignEvents Foreign => lookup.Foreign;

    /// <summary>Determines whether a secret of the tenant in the URL, or of the accounts in the body, signed the delivery.</summary>
    /// <param name="body">The raw body.</param>
    /// <param name="signature">The header.</param>
    /// <param name="tenantId">The tenant in the URL; <see langword="null"/> when it contains none.</param>
    /// <param name="isOfEndpoint">Whether a secret of the endpoint itself has signed it.</param>
    /// <param name="cancellationToken">Ends the wait for the directory.</param>
    /// <returns>The proof; <see langword="null"/> when there is none.</returns>
    /// <exception cref="TenantLookupException">The directory failed.</exception>
    public async ValueTask<DeliveryProof?> ProveAsync(
        ReadOnlyMemory<byte> body, string? signature, string? tenantId, bool isOfEndpoint, CancellationToken cancellationToken)
    {
        if (isOfEndpoint && tenantId is null)
        {
            return DeliveryProof.OfEndpoint;
        }

        // A malformed header requires no lookup.
        if (!isOfEndpoint && WebhookSignature.Verify(body.Span, signature) != SignatureResult.Mismatch)
        {
            return null;
        }

        TenantKey[] keys = tenantId is not null
            ? [new(tenantId, default, default)]
            : [.. AccountScan.Read(body.Span).Select(static account => new TenantKey(null, default, account))];
        WhatsCommerceTenant?[] tenants = new WhatsCommerceTenant?[keys.Length];
        for (int i = 0; i < keys.Length; i++)
        {
            tenants[i] = await lookup.FindAsync(keys[i], cancellationToken).ConfigureAwait(false);
        }

        if (isOfEndpoint)
        {
            return tenants is [{ } addressed] ? new() { AddressedTo = addressed } : null;
        }

        if (Prove(body.Span, signature, tenantId, tenants) is { } proof)
        {
            return proof;
        }

        bool hasChanged = false;
        for (int i = 0; i < keys.Length; i++)
        {
            WhatsCommerceTenant? before = tenants[i];
            tenants[i] = await lookup.FindAnewAsync(keys[i], cancellationToken).ConfigureAwait(false);
            hasChanged |= !ReferenceEquals(before, tenants[i]);
        }

        return hasChanged ? Prove(body.Span, signature, tenantId, tenants) : null;
    }

    /// <summary>Finds the tenant whose verify token is expected for a challenge at the tenant's URL.</summary>
    /// <exception cref="TenantLookupException">The directory failed.</exception>
    public ValueTask<WhatsCommerceTenant?> FindAsync(string tenantId, CancellationToken cancellationToken) =>
        lookup.FindAsync(new(tenantId, default, default), cancellationToken);

    /// <summary>Finds the tenant of an event.</summary>
    /// <returns>The tenant; <see langword="null"/> when the directory has none, or the event contains neither number nor account.</returns>
    /// <exception cref="TenantLookupException">The directory failed.</exception>
    public ValueTask<WhatsCommerceTenant?> FindAsync(WebhookEvent webhookEvent, CancellationToken cancellationToken) =>
        lookup.FindAsync(KeyOf(webhookEvent), cancellationToken);

    /// <summary>Returns those events of a delivery that belong to a tenant that its proof covers.</summary>
    /// <exception cref="TenantLookupException">The directory failed.</exception>
    public async ValueTask<IReadOnlyList<WebhookEvent>> AdmitAsync(
        IReadOnlyList<WebhookEvent> events, DeliveryProof proof, CancellationToken cancellationToken)
    {
        DateTimeOffset now = services.Time.GetUtcNow();
        List<WebhookEvent>? admitted = null;
        for (int i = 0; i < events.Count; i++)
        {
            bool isOwn = await IsOwnAsync(events[i], proof, now, cancellationToken).ConfigureAwait(false);
            if (!isOwn && admitted is null)
            {
                admitted = [.. events.Take(i)];
            }
            else if (isOwn)
            {
                admitted?.Add(events[i]);
            }
        }

        return admitted ?? events;
    }

    private async ValueTask<bool> IsOwnAsync(
        WebhookEvent webhookEvent, DeliveryProof proof, DateTimeOffset now, CancellationToken cancellationToken)
    {
        TenantKey key = KeyOf(webhookEvent);
        WhatsCommerceTenant? tenant = await lookup.FindAsync(key, cancellationToken).ConfigureAwait(false);
        if (tenant is null || proof.Covers(tenant, now))
        {
            return tenant is not null;
        }

        // The cached tenant of the number may be older than the one that was found by URL or account.
        return await lookup.FindAnewAsync(key, cancellationToken).ConfigureAwait(false) is { } anew && proof.Covers(anew, now);
    }

    private static TenantKey KeyOf(WebhookEvent webhookEvent) =>
        new(null, webhookEvent.PhoneNumberId, webhookEvent.BusinessAccountId);

    /// <summary>Returns the number and the account of an event.</summary>
    public static TenantRoute RouteOf(WebhookEvent webhookEvent) =>
        new() { PhoneNumberId = webhookEvent.PhoneNumberId, BusinessAccountId = webhookEvent.BusinessAccountId };

    private DeliveryProof? Prove(
        ReadOnlySpan<byte> body, string? signature, string? tenantId, ReadOnlySpan<WhatsCommerceTenant?> tenants)
    {
        DateTimeOffset now = services.Time.GetUtcNow();
        DeliveryProof? proof = null;
        int tried = 0;
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (WhatsCommerceTenant? tenant in tenants)
        {
            foreach (TenantSecret secret in tenant?.AppSecrets ?? [])
            {
                // Each separately, because it matters which one it was, and all of them, so that the timing does not reveal which.
                if (secret.IsValidAt(now) && seen.Add(secret.Value) && tried++ < WebhookSignature.MaxSecrets
                    && WebhookSignature.Verify(body, signature, secret.Value) == SignatureResult.Valid)
                {
                    proof ??= new() { TenantSecret = secret.Value, AddressedTo = tenantId is null ? null : tenant };
                }
            }
        }

        return proof;
    }
}
