namespace WhatsCommerce.Webhooks;

/// <summary>
/// Specifies where a request of Meta arrived: what the host of a <see cref="WebhookProcessor"/> knows in addition to its content.
/// </summary>
public sealed record WebhookRequestOptions
{
    /// <summary>
    /// Gets the name of the endpoint that received it, which selects secrets and handlers; <see langword="null"/> for the endpoint without
    /// a name.
    /// </summary>
    public string? EndpointName { get; init; }

    /// <summary>
    /// Gets the id of the tenant in the URL, such as <c>/webhooks/{tenant}</c>: its secrets are tried, and events of other tenants are
    /// foreign. <see langword="null"/> when the URL contains none. Ignored if the endpoint has no tenants, see <c>UseTenants</c>.
    /// </summary>
    public string? TenantId { get; init; }

    /// <summary>
    /// Gets a value indicating whether the app runs in the Development environment. Only then does
    /// <see cref="WebhookOptions.AllowUnsigned"/> take effect.
    /// </summary>
    public bool IsDevelopment { get; init; }
}
