using System.Data.Common;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using WhatsCommerce;
using WhatsCommerce.Diagnostics;
using WhatsCommerce.Webhooks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Lets webhooks be remembered in PostgreSQL.</summary>
/// <remarks>
/// The store serves all endpoints of the app; once is enough, and of several calls the last one counts. Before the app takes deliveries, call
/// <see cref="PostgreSqlWebhookStore.CreateTablesAsync"/> of the <see cref="PostgreSqlWebhookStore"/> among the services.
/// </remarks>
public static class WhatsCommercePostgreSqlWebhooksBuilderExtensions
{
    /// <summary>Keeps handled events and dead letters in a database of which nothing but the connection string is known.</summary>
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
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        string prepared = WithPreparedStatements(connectionString);

        // Made by the container, so that it is disposed with it; under a key, so that it is nobody else's.
        object key = new();
        builder.Services.AddKeyedSingleton(key, (services, _) =>
        {
            NpgsqlDataSourceBuilder source = new(prepared) { Name = PostgreSqlLog.Category };
            return source.UseLoggerFactory(services.GetService<ILoggerFactory>()).Build();
        });
        return Use(builder, services => services.GetRequiredKeyedService<NpgsqlDataSource>(key), configure);
    }

    /// <summary>Keeps handled events and dead letters in a database that the app made a data source for.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="dataSource">The database. Who made it disposes of it.</param>
    /// <param name="configure">Fills the options in.</param>
    /// <returns>The builder.</returns>
    public static WhatsCommerceWebhooksBuilder UsePostgreSql(
        this WhatsCommerceWebhooksBuilder builder, NpgsqlDataSource dataSource, Action<PostgreSqlWebhookOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(dataSource);
        return Use(builder, _ => dataSource, configure);
    }

    /// <summary>Keeps handled events and dead letters in the database of the <see cref="NpgsqlDataSource"/> among the services.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Fills the options in.</param>
    /// <returns>The builder.</returns>
    public static WhatsCommerceWebhooksBuilder UsePostgreSql(
        this WhatsCommerceWebhooksBuilder builder, Action<PostgreSqlWebhookOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return Use(
            builder,
            services => services.GetService<NpgsqlDataSource>() ?? throw new InvalidOperationException(
                "UsePostgreSql() takes the NpgsqlDataSource among the services, and there is none: register it, or give UsePostgreSql a connection string."),
            configure);
    }

    private static WhatsCommerceWebhooksBuilder Use(
        WhatsCommerceWebhooksBuilder builder, Func<IServiceProvider, NpgsqlDataSource> source, Action<PostgreSqlWebhookOptions>? configure)
    {
        IServiceCollection services = builder.Services;
        services.AddOptions<PostgreSqlWebhookOptions>().Configure(configure ?? (static _ => { })).ValidateOnStart();
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IValidateOptions<PostgreSqlWebhookOptions>, PostgreSqlWebhookOptionsValidator>());
        services.Replace(ServiceDescriptor.Singleton(provider => new PostgreSqlWebhookStore(
            source(provider),
            provider.GetRequiredService<IOptions<PostgreSqlWebhookOptions>>().Value,
            provider.GetService<TimeProvider>(),
            provider.GetService<ILoggerFactory>()?.CreateLogger(PostgreSqlLog.Category))));
        services.Replace(ServiceDescriptor.Singleton(provider => new PostgreSqlDeadLetterStore(
            source(provider), provider.GetRequiredService<IOptions<PostgreSqlWebhookOptions>>().Value)));
        services.Replace(ServiceDescriptor.Singleton(provider => new PostgreSqlCustomerIdentities(
            source(provider),
            provider.GetServices<ICustomersMergedHandler>(),
            provider.GetRequiredService<IOptions<PostgreSqlWebhookOptions>>().Value,
            provider.GetService<TimeProvider>())));
        services.Replace(ServiceDescriptor.Singleton<ICustomerIdentities>(
            provider => provider.GetRequiredService<PostgreSqlCustomerIdentities>()));
        services.Replace(ServiceDescriptor.Singleton<IWebhookStore>(provider => provider.GetRequiredService<PostgreSqlWebhookStore>()));
        services.Replace(ServiceDescriptor.Singleton<IDeadLetterStore>(provider => provider.GetRequiredService<PostgreSqlDeadLetterStore>()));
        return builder;
    }

    private static string WithPreparedStatements(string connectionString)
    {
        NpgsqlConnectionStringBuilder settings = new(connectionString);
        DbConnectionStringBuilder given = new() { ConnectionString = connectionString };
        if (!given.ContainsKey("Max Auto Prepare") && !given.ContainsKey("MaxAutoPrepare"))
        {
            settings.MaxAutoPrepare = 20;
        }

        return settings.ConnectionString;
    }
}
