using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using WhatsCommerce;
using WhatsCommerce.Diagnostics;
using WhatsCommerce.Webhooks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Lets webhooks be remembered in PostgreSQL, and the messages that are sent with them.</summary>
/// <remarks>
/// The store serves all endpoints of the app; once is enough, and of several calls the last one counts. Before the app takes deliveries, call
/// <see cref="PostgreSqlWebhookStore.CreateTablesAsync"/> of the <see cref="PostgreSqlWebhookStore"/> among the services. Each of these calls
/// <c>AddWhatsCommercePostgreSql</c>, so that sends are remembered in the same database.
/// </remarks>
public static class WhatsCommercePostgreSqlWebhooksBuilderExtensions
{
    /// <summary>Keeps handled events, dead letters and sends in a database of which nothing but the connection string is known.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="connectionString">
    /// As Npgsql takes it. The connections are the store's own. Statements are prepared unless it says <c>Max Auto Prepare=0</c>, as a pooler
    /// between may want it.
    /// </param>
    /// <param name="configure">Fills the options in.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">The connection string cannot be read.</exception>
    public static WhatsCommerceWebhooksBuilder UsePostgreSql(
        this WhatsCommerceWebhooksBuilder builder, string connectionString, Action<PostgreSqlWebhookOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddWhatsCommercePostgreSql(connectionString, configure);
        return UseStores(builder);
    }

    /// <summary>Keeps handled events, dead letters and sends in a database that the app made a data source for.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="dataSource">The database. Who made it disposes of it.</param>
    /// <param name="configure">Fills the options in.</param>
    /// <returns>The builder.</returns>
    public static WhatsCommerceWebhooksBuilder UsePostgreSql(
        this WhatsCommerceWebhooksBuilder builder, NpgsqlDataSource dataSource, Action<PostgreSqlWebhookOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddWhatsCommercePostgreSql(dataSource, configure);
        return UseStores(builder);
    }

    /// <summary>Keeps handled events, dead letters and sends in the database of the <see cref="NpgsqlDataSource"/> among the services.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Fills the options in.</param>
    /// <returns>The builder.</returns>
    public static WhatsCommerceWebhooksBuilder UsePostgreSql(
        this WhatsCommerceWebhooksBuilder builder, Action<PostgreSqlWebhookOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddWhatsCommercePostgreSql(configure);
        return UseStores(builder);
    }

    private static WhatsCommerceWebhooksBuilder UseStores(WhatsCommerceWebhooksBuilder builder)
    {
        IServiceCollection services = builder.Services;
        services.TryAddSingleton(static provider => new PostgreSqlWebhookStore(
            provider.GetRequiredService<PostgreSqlSource>().DataSource,
            provider.GetRequiredService<IOptions<PostgreSqlWebhookOptions>>().Value,
            provider.GetService<TimeProvider>(),
            provider.GetService<ILoggerFactory>()?.CreateLogger(PostgreSqlLog.Category)));
        services.TryAddSingleton(static provider => new PostgreSqlDeadLetterStore(
            provider.GetRequiredService<PostgreSqlSource>().DataSource, provider.GetRequiredService<IOptions<PostgreSqlWebhookOptions>>().Value));
        services.TryAddSingleton(static provider => new PostgreSqlCustomerIdentities(
            provider.GetRequiredService<PostgreSqlSource>().DataSource,
            provider.GetServices<ICustomersMergedHandler>(),
            provider.GetRequiredService<IOptions<PostgreSqlWebhookOptions>>().Value,
            provider.GetService<TimeProvider>()));
        services.Replace(ServiceDescriptor.Singleton<ICustomerIdentities>(static provider => provider.GetRequiredService<PostgreSqlCustomerIdentities>()));
        services.Replace(ServiceDescriptor.Singleton<IWebhookStore>(static provider => provider.GetRequiredService<PostgreSqlWebhookStore>()));
        services.Replace(ServiceDescriptor.Singleton<IDeadLetterStore>(static provider => provider.GetRequiredService<PostgreSqlDeadLetterStore>()));
        return builder;
    }
}
