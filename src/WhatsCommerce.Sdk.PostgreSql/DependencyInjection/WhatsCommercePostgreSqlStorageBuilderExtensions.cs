using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using WhatsCommerce;
using WhatsCommerce.Diagnostics;
using WhatsCommerce.Webhooks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Extension methods that store all durable data (of webhooks, sends and a storefront) in PostgreSQL.</summary>
/// <remarks>
/// The stores serve all endpoints and shops of the app: one call is enough, and of several calls the last one counts. Before the app
/// runs, call <see cref="PostgreSqlWebhookStore.CreateTablesAsync"/> of the registered <see cref="PostgreSqlWebhookStore"/>, or set
/// <see cref="PostgreSqlOptions.MigrateAtStart"/>: a host does not start if tables are missing or outdated. Each of these methods calls
/// <c>AddWhatsCommercePostgreSql</c>, so that sends are recorded in the same database.
/// </remarks>
public static class WhatsCommercePostgreSqlStorageBuilderExtensions
{
    /// <summary>Stores handled events, dead letters, customers, sends and the shop in the database of a connection string.</summary>
    /// <typeparam name="TBuilder">The builder of webhooks or of a storefront.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <param name="connectionString">
    /// An Npgsql connection string. The stores open their own connections. Statements are prepared unless it contains <c>Max Auto
    /// Prepare=0</c>, which a connection pooler in between may require.
    /// </param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">The connection string is invalid.</exception>
    public static TBuilder UsePostgreSql<TBuilder>(
        this TBuilder builder, string connectionString, Action<PostgreSqlOptions>? configure = null)
        where TBuilder : IWhatsCommerceStorageBuilder<IServiceCollection>
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddWhatsCommercePostgreSql(connectionString, configure);
        UseStores(builder.Services);
        return builder;
    }

    /// <summary>
    /// Stores handled events, dead letters, customers, sends and the shop in the database of a data source that the app created.
    /// </summary>
    /// <typeparam name="TBuilder">The builder of webhooks or of a storefront.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <param name="dataSource">The database. The caller disposes it.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder.</returns>
    public static TBuilder UsePostgreSql<TBuilder>(
        this TBuilder builder, NpgsqlDataSource dataSource, Action<PostgreSqlOptions>? configure = null)
        where TBuilder : IWhatsCommerceStorageBuilder<IServiceCollection>
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddWhatsCommercePostgreSql(dataSource, configure);
        UseStores(builder.Services);
        return builder;
    }

    /// <summary>
    /// Stores handled events, dead letters, customers, sends and the shop in the database of the registered <see cref="NpgsqlDataSource"/>.
    /// </summary>
    /// <typeparam name="TBuilder">The builder of webhooks or of a storefront.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder.</returns>
    public static TBuilder UsePostgreSql<TBuilder>(
        this TBuilder builder, Action<PostgreSqlOptions>? configure = null)
        where TBuilder : IWhatsCommerceStorageBuilder<IServiceCollection>
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddWhatsCommercePostgreSql(configure);
        UseStores(builder.Services);
        return builder;
    }

    private static void UseStores(IServiceCollection services)
    {
        services.TryAddSingleton(static provider => new PostgreSqlWebhookStore(
            provider.GetRequiredService<PostgreSqlSource>().DataSource,
            provider.GetRequiredService<PostgreSqlSource>().Kept,
            provider.GetRequiredService<IOptions<PostgreSqlOptions>>().Value,
            provider.GetService<TimeProvider>(),
            provider.GetService<ILoggerFactory>()?.CreateLogger(PostgreSqlLog.Category)));
        services.TryAddSingleton(static provider => new PostgreSqlDeadLetterStore(
            provider.GetRequiredService<PostgreSqlSource>().DataSource,
            provider.GetRequiredService<IOptions<PostgreSqlOptions>>().Value));
        services.TryAddSingleton(static provider => new PostgreSqlCustomerIdentities(
            provider.GetRequiredService<PostgreSqlSource>().DataSource,
            provider.GetServices<ICustomersMergedHandler>(),
            provider.GetRequiredService<IOptions<PostgreSqlOptions>>().Value,
            provider.GetService<TimeProvider>()));
        services.Replace(ServiceDescriptor.Singleton<ICustomerIdentities>(
            static provider => provider.GetRequiredService<PostgreSqlCustomerIdentities>()));
        services.Replace(ServiceDescriptor.Singleton<IWebhookStore>(
            static provider => provider.GetRequiredService<PostgreSqlWebhookStore>()));
        services.Replace(ServiceDescriptor.Singleton<IDeadLetterStore>(
            static provider => provider.GetRequiredService<PostgreSqlDeadLetterStore>()));
    }
}
