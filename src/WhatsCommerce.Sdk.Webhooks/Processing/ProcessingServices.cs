namespace WhatsCommerce.Webhooks;

/// <summary>The services that the parts of the processing share.</summary>
/// <remarks>
/// Stores are resolved when they are first needed: a database that is down, or invalid options, then fail a delivery and not the start of
/// the app.
/// </remarks>
internal sealed class ProcessingServices(IServiceProvider provider, TimeProvider time, ILogger logger)
{
    // Asked for with each delivery, also where there is none.
    private readonly Lazy<Forwarding?> _forwarding = new(provider.GetService<Forwarding>);

    public IWebhookStore Store => field ??= provider.GetRequiredService<IWebhookStore>();

    public IDeadLetterStore DeadLetters => field ??= provider.GetRequiredService<IDeadLetterStore>();

    /// <summary>Gets the send ledger; <see langword="null"/> when none is registered, as in an app that only receives.</summary>
    public ISendLedger? Sends => provider.GetService<ISendLedger>();

    public ICustomerIdentities Identities => field ??= provider.GetRequiredService<ICustomerIdentities>();

    /// <summary>Gets the tenants, which only an endpoint that has some asks for.</summary>
    public TenantGate Tenants => field ??= provider.GetRequiredService<TenantGate>();

    /// <summary>Gets the forwards; <see langword="null"/> when the app has none.</summary>
    public Forwarding? Forwarding => _forwarding.Value;

    /// <summary>Gets the delivery queue, which only an endpoint that uses one asks for.</summary>
    public IDeliveryQueue Queue => field ??= provider.GetRequiredService<IDeliveryQueue>();

    public IServiceScopeFactory Scopes { get; } = provider.GetRequiredService<IServiceScopeFactory>();
    public TimeProvider Time { get; } = time;
    public ILogger Logger { get; } = logger;
}
