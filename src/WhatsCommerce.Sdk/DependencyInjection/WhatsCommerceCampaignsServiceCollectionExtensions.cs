using Microsoft.Extensions.DependencyInjection.Extensions;
using WhatsCommerce;
using WhatsCommerce.Messages;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers <see cref="Campaigns"/>.</summary>
public static class WhatsCommerceCampaignsServiceCollectionExtensions
{
    /// <summary>
    /// Registers <see cref="Campaigns"/> for the unnamed client, with <see cref="ICampaignStore"/> and
    /// <see cref="IMarketingPreferences"/>: stored in the database of <c>AddWhatsCommerceSqlite</c> or <c>AddWhatsCommercePostgreSql</c>,
    /// which also holds the ledger of sends, otherwise in memory.
    /// </summary>
    /// <remarks>
    /// Call <c>AddWhatsCommerce</c> as well. An app that receives webhooks calls <c>RecordCampaigns</c> on their builder, so that reports
    /// include deliveries, and customers who opted out get no marketing message. For other clients see <see cref="Campaigns.For"/>.
    /// </remarks>
    /// <param name="services">The services of the app.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddWhatsCommerceCampaigns(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (services.All(service => service.IsKeyedService || service.ImplementationInstance != CampaignTables.Component))
        {
            services.AddSingleton(CampaignTables.Component);
        }

        services.TryAddSingleton<ICampaignStore>(static provider => provider.GetService<WhatsCommerceDatabase>() is { } database
            ? new SqlCampaignStore(database)
            : new MemoryCampaignStore());
        services.TryAddSingleton<IMarketingPreferences>(static provider => provider.GetService<WhatsCommerceDatabase>() is { } database
            ? new SqlMarketingPreferences(database)
            : new MemoryMarketingPreferences());
        services.TryAddSingleton<IDeliveryRecorder>(static provider => provider.GetRequiredService<ICampaignStore>());
        services.TryAddSingleton(static provider => new Campaigns(
            provider.GetService<WhatsCommerceClient>()?.Messages ?? throw new InvalidOperationException(
                "There is no unnamed client: call AddWhatsCommerce, or create Campaigns with a client of your own."),
            provider.GetRequiredService<ICampaignStore>(),
            provider.GetRequiredService<IMarketingPreferences>(),
            provider.GetRequiredService<ISendLedger>(),
            provider.GetService<ILoggerFactory>()?.CreateLogger(WhatsCommerceDiagnostics.LogCategory)));
        return services;
    }
}
