namespace WhatsCommerce.Webhooks;

/// <summary>The services that the parts of the processing share.</summary>
/// <remarks>
/// Stores are resolved when they are first needed: a database that is down, or invalid options, then fail a delivery and not the start of
/// the app.
/// </remarks>
internal sealed class ProcessingServices(IServiceProvider provider, TimeProvider time, ILogger logger)
{
    // Resolved for each delivery, even if there are no forwards.
    private readonly Lazy<Forwarding?> _forwarding = new(provider.GetService<Forwarding>);

    public IWebhookStore Store => field ??= provider.GetRequiredService<IWebhookStore>();

    public IDeadLetterStore DeadLetters => field ??= provider.GetRequiredService<IDeadLetterStore>();

    /// <summary>Gets the send ledger; <see langword="null"/> when none is registered, as in an app that only receives.</summary>
    public ISendLedger? Sends => provider.GetService<ISendLedger>();

    public ICustomerIdentities Identities => field ??= provider.GetRequiredService<ICustomerIdentities>();

    /// <summary>Gets the tenants, which are resolved only for an endpoint with tenants.</summary>
    public TenantGate Tenants => field ??= provider.GetRequiredService<TenantGate>();

    /// <summary>Gets the forwards; <see langword="null"/> when the app has none.</summary>
    public Forwarding? Forwarding => _forwarding.Value;

    /// <summary>Gets the delivery queue, which is resolved only for an endpoint with a queue.</summary>
    public IDeliveryQueue Queue => field ??= provider.GetRequiredService<IDeliveryQueue>();

    public IServiceScopeFactory Scopes { get; } = provider.GetRequiredService<IServiceScopeFactory>();
    public TimeProvider Time { get; } = time;
    public ILogger Logger { get; } = logger;
}
