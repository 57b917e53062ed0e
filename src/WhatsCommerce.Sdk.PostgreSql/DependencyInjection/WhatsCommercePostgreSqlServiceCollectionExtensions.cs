using System.Data.Common;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using WhatsCommerce;
using WhatsCommerce.Diagnostics;
using WhatsCommerce.Webhooks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Lets sends be remembered in PostgreSQL.</summary>
/// <remarks>
/// For apps that send; what also takes webhooks calls <c>UsePostgreSql</c> on their builder, which calls this. There is one database for the app: of
/// several calls the last one counts. Before the app sends, call <see cref="PostgreSqlSendLedger.CreateTablesAsync"/> of the
/// <see cref="PostgreSqlSendLedger"/> among the services.
/// </remarks>
public static class WhatsCommercePostgreSqlServiceCollectionExtensions
{
    /// <summary>Remembers sends in a database of which nothing but the connection string is known.</summary>
    /// <param name="services">The services of the app.</param>
    /// <param name="connectionString">
    /// As Npgsql takes it. The connections are the SDK's own. Statements are prepared unless it says <c>Max Auto Prepare=0</c>, as a pooler
    /// between may want it.
    /// </param>
    /// <param name="configure">Fills the options in.</param>
    /// <returns>The services.</returns>
    /// <exception cref="ArgumentException">The connection string cannot be read.</exception>
    public static IServiceCollection AddWhatsCommercePostgreSql(
        this IServiceCollection services, string connectionString, Action<PostgreSqlWebhookOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        string prepared = WithPreparedStatements(connectionString);

        // Made by the container, so that it is disposed with it; under a key, so that it is nobody else's.
        object key = new();
        services.AddKeyedSingleton(key, (provider, _) =>
        {
            NpgsqlDataSourceBuilder source = new(prepared) { Name = PostgreSqlLog.Category };
            return source.UseLoggerFactory(provider.GetService<ILoggerFactory>()).Build();
        });
        return Add(services, provider => provider.GetRequiredKeyedService<NpgsqlDataSource>(key), configure);
    }

    /// <summary>Remembers sends in a database that the app made a data source for.</summary>
    /// <param name="services">The services of the app.</param>
    /// <param name="dataSource">The database. Who made it disposes of it.</param>
    /// <param name="configure">Fills the options in.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddWhatsCommercePostgreSql(
        this IServiceCollection services, NpgsqlDataSource dataSource, Action<PostgreSqlWebhookOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(dataSource);
        return Add(services, _ => dataSource, configure);
    }

    /// <summary>Remembers sends in the database of the <see cref="NpgsqlDataSource"/> among the services.</summary>
    /// <param name="services">The services of the app.</param>
    /// <param name="configure">Fills the options in.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddWhatsCommercePostgreSql(
        this IServiceCollection services, Action<PostgreSqlWebhookOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        return Add(
            services,
            provider => provider.GetService<NpgsqlDataSource>() ?? throw new InvalidOperationException(
                "Without a connection string the NpgsqlDataSource among the services is taken, and there is none: register it, or give AddWhatsCommercePostgreSql or UsePostgreSql a connection string."),
            configure);
    }

    private static IServiceCollection Add(
        IServiceCollection services, Func<IServiceProvider, NpgsqlDataSource> source, Action<PostgreSqlWebhookOptions>? configure)
    {
        services.AddOptions<PostgreSqlWebhookOptions>().Configure(configure ?? (static _ => { })).ValidateOnStart();
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IValidateOptions<PostgreSqlWebhookOptions>, PostgreSqlWebhookOptionsValidator>());
        services.Replace(ServiceDescriptor.Singleton(provider => new PostgreSqlSource(source(provider))));
        services.TryAddSingleton(static provider => new PostgreSqlSendLedger(
            provider.GetRequiredService<PostgreSqlSource>().DataSource,
            provider.GetRequiredService<IOptions<PostgreSqlWebhookOptions>>().Value,
            provider.GetService<TimeProvider>(),
            provider.GetService<ILoggerFactory>()?.CreateLogger(PostgreSqlLog.Category)));
        services.Replace(ServiceDescriptor.Singleton<ISendLedger>(static provider => provider.GetRequiredService<PostgreSqlSendLedger>()));
        return services;
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
