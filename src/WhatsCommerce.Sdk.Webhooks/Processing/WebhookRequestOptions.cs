namespace WhatsCommerce.Webhooks;

/// <summary>Where a request of Meta's arrived: what the host of a <see cref="WebhookProcessor"/> knows beside its content.</summary>
public sealed record WebhookRequestOptions
{
    /// <summary>
    /// Gets the name of the endpoint that received it, which selects secrets and handlers; <see langword="null"/> for the endpoint without
    /// a name.
    /// </summary>
    public string? EndpointName { get; init; }

    /// <summary>
    /// Gets the id of the tenant that the address names, such as <c>/webhooks/{tenant}</c>: its secrets are tried, and events of others
    /// are foreign. <see langword="null"/> when the address names none. Ignored unless the endpoint has tenants, see <c>UseTenants</c>.
    /// </summary>
    public string? TenantId { get; init; }

    /// <summary>
    /// Gets a value indicating whether the app runs in the Development environment. Only then does
    /// <see cref="WebhookOptions.AllowUnsigned"/> take effect.
    /// </summary>
    public bool IsDevelopment { get; init; }
}
