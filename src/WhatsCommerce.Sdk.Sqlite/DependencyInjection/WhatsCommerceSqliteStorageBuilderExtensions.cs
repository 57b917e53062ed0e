using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using WhatsCommerce;
using WhatsCommerce.Webhooks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Extension methods that store all durable data (of webhooks, sends and a storefront) in a SQLite file.</summary>
public static class WhatsCommerceSqliteStorageBuilderExtensions
{
    /// <summary>
    /// Stores handled events, dead letters, customers' identities, sends and the shop in a SQLite file. The file and its tables are created
    /// when the app starts, or without a host at first use.
    /// </summary>
    /// <remarks>
    /// The stores serve all endpoints and shops of the app: one call is enough, and of several calls the last one counts. It calls
    /// <c>AddWhatsCommerceSqlite</c>, so that sends are recorded in the same file.
    /// </remarks>
    /// <typeparam name="TBuilder">The builder of webhooks or of a storefront.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <param name="connectionString">
    /// A connection string of Microsoft.Data.Sqlite, such as <c>Data Source=shop.db</c>. The app may keep its own tables in the file.
    /// </param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">The connection string is invalid, or names no file.</exception>
    public static TBuilder UseSqlite<TBuilder>(
        this TBuilder builder, string connectionString, Action<SqliteOptions>? configure = null)
        where TBuilder : IWhatsCommerceStorageBuilder<IServiceCollection>
    {
        ArgumentNullException.ThrowIfNull(builder);
        IServiceCollection services = builder.Services;
        services.AddWhatsCommerceSqlite(connectionString, configure);
        services.TryAddSingleton(static provider => new SqliteWebhookStore(
            provider.GetRequiredService<SqliteFile>(),
            provider.GetService<TimeProvider>(),
            provider.GetService<ILoggerFactory>()?.CreateLogger(WhatsCommerceSqliteServiceCollectionExtensions.LogCategory)));
        services.TryAddSingleton(static provider => new SqliteDeadLetterStore(provider.GetRequiredService<SqliteFile>()));
        services.TryAddSingleton(static provider => new SqliteCustomerIdentities(
            provider.GetRequiredService<SqliteFile>(),
            provider.GetServices<ICustomersMergedHandler>(),
            provider.GetService<TimeProvider>()));
        services.Replace(ServiceDescriptor.Singleton<ICustomerIdentities>(
            static provider => provider.GetRequiredService<SqliteCustomerIdentities>()));
        services.Replace(ServiceDescriptor.Singleton<IWebhookStore>(static provider => provider.GetRequiredService<SqliteWebhookStore>()));
        services.Replace(ServiceDescriptor.Singleton<IDeadLetterStore>(
            static provider => provider.GetRequiredService<SqliteDeadLetterStore>()));
        return builder;
    }
}
