using System.Data.Common;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using WhatsCommerce;
using WhatsCommerce.Diagnostics;
using WhatsCommerce.Webhooks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Extension methods that register a send ledger in PostgreSQL.</summary>
/// <remarks>
/// For apps that send messages. An app that also receives webhooks calls <c>UsePostgreSql</c> on their builder, which calls this. An app
/// has one database: of several calls the last one counts. Before the app runs, call <see cref="PostgreSqlSendLedger.CreateTablesAsync"/>
/// of the registered <see cref="PostgreSqlSendLedger"/>, or set <see cref="PostgreSqlOptions.MigrateAtStart"/>: a host does not start over
/// tables that are missing or old.
/// </remarks>
public static class WhatsCommercePostgreSqlServiceCollectionExtensions
{
    // More than the statements that a shop runs again and again, which are some forty: with fewer they would displace each other.
    private const int PreparedStatements = 100;

    /// <summary>Registers a send ledger in the database of a connection string.</summary>
    /// <param name="services">The services of the app.</param>
    /// <param name="connectionString">
    /// An Npgsql connection string. The SDK opens its own connections. Statements are prepared unless it contains <c>Max Auto
    /// Prepare=0</c>, which a connection pooler in between may require.
    /// </param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The services.</returns>
    /// <exception cref="ArgumentException">The connection string is invalid.</exception>
    public static IServiceCollection AddWhatsCommercePostgreSql(
        this IServiceCollection services, string connectionString, Action<PostgreSqlOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        string prepared = ConnectionText.Read(
            connectionString, WithPreparedStatements, "Host=db.example.com;Database=shop;Username=shop;Password=...");

        // Created by the container, so that it is disposed with it; keyed, so that nothing else resolves it.
        object key = new();
        services.AddKeyedSingleton(key, (provider, _) =>
        {
            NpgsqlDataSourceBuilder source = new(prepared) { Name = PostgreSqlLog.Category };
            return source.UseLoggerFactory(provider.GetService<ILoggerFactory>()).Build();
        });
        return Add(services, provider => provider.GetRequiredKeyedService<NpgsqlDataSource>(key), configure);
    }

    /// <summary>Registers a send ledger in the database of a data source that the app created.</summary>
    /// <param name="services">The services of the app.</param>
    /// <param name="dataSource">The database. The caller disposes it.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddWhatsCommercePostgreSql(
        this IServiceCollection services, NpgsqlDataSource dataSource, Action<PostgreSqlOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(dataSource);
        return Add(services, _ => dataSource, configure);
    }

    /// <summary>Registers a send ledger in the database of the registered <see cref="NpgsqlDataSource"/>.</summary>
    /// <param name="services">The services of the app.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddWhatsCommercePostgreSql(
        this IServiceCollection services, Action<PostgreSqlOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        return Add(
            services,
            provider => provider.GetService<NpgsqlDataSource>() ?? throw new InvalidOperationException(
                "No connection string was given, and no NpgsqlDataSource is registered. Register one, or pass a connection string to " +
                "AddWhatsCommercePostgreSql or UsePostgreSql."),
            configure);
    }

    private static IServiceCollection Add(
        IServiceCollection services, Func<IServiceProvider, NpgsqlDataSource> source, Action<PostgreSqlOptions>? configure)
    {
        services.AddOptions<PostgreSqlOptions>().Configure(configure ?? (static _ => { })).ValidateOnStart();
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IValidateOptions<PostgreSqlOptions>, PostgreSqlWebhookOptionsValidator>());
        services.Replace(ServiceDescriptor.Singleton(provider => new PostgreSqlSource(source(provider))));
        services.Replace(ServiceDescriptor.Singleton<WhatsCommerceDatabase>(static provider => new PostgreSqlDatabase(
            provider.GetRequiredService<PostgreSqlSource>(),
            provider.GetRequiredService<IOptions<PostgreSqlOptions>>().Value,
            provider.GetServices<DatabaseComponent>())));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, DatabaseStart>());
        services.TryAddSingleton(static provider => new PostgreSqlSendLedger(
            provider.GetRequiredService<PostgreSqlSource>().DataSource,
            provider.GetRequiredService<IOptions<PostgreSqlOptions>>().Value,
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
            settings.MaxAutoPrepare = PreparedStatements;
        }

        // The texts of our statements never change, so each that runs twice runs again.
        if (!given.ContainsKey("Auto Prepare Min Usages") && !given.ContainsKey("AutoPrepareMinUsages"))
        {
            settings.AutoPrepareMinUsages = 2;
        }

        return settings.ConnectionString;
    }
}
