using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace WhatsCommerce.Webhooks;

/// <summary>What the parts of the processing share.</summary>
/// <remarks>The stores are asked for when they are first needed: a database that is down, or settings that are wrong, fail a delivery and not the start.</remarks>
internal sealed class ProcessingServices(IServiceProvider provider, TimeProvider time, ILogger logger)
{
    public IWebhookStore Store => field ??= provider.GetRequiredService<IWebhookStore>();

    public IDeadLetterStore DeadLetters => field ??= provider.GetRequiredService<IDeadLetterStore>();

    /// <summary>Where sends are remembered; <see langword="null"/> where nobody registered it, as in an app that only receives.</summary>
    public ISendLedger? Sends => provider.GetService<ISendLedger>();

    public ICustomerIdentities Identities => field ??= provider.GetRequiredService<ICustomerIdentities>();

    public IServiceScopeFactory Scopes { get; } = provider.GetRequiredService<IServiceScopeFactory>();

    public TimeProvider Time { get; } = time;

    public ILogger Logger { get; } = logger;
}
