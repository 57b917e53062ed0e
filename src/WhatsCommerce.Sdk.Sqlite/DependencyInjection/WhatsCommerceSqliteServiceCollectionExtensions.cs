using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using WhatsCommerce;
using WhatsCommerce.Webhooks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Extension methods that register a send ledger in a SQLite file.</summary>
/// <remarks>
/// For apps that send messages. An app that also receives webhooks calls <c>UseSqlite</c> on their builder, which calls this. An app has
/// one file: of several calls the last one counts.
/// </remarks>
public static class WhatsCommerceSqliteServiceCollectionExtensions
{
    internal const string LogCategory = "WhatsCommerce.Webhooks.Sqlite";

    /// <summary>Registers a send ledger in a SQLite file. The file and its tables are created when the app starts.</summary>
    /// <param name="services">The services of the app.</param>
    /// <param name="connectionString">
    /// A connection string of Microsoft.Data.Sqlite, such as <c>Data Source=shop.db</c>. The app may keep its own tables in the file.
    /// </param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The services.</returns>
    /// <exception cref="ArgumentException">The connection string is invalid, or names no file.</exception>
    public static IServiceCollection AddWhatsCommerceSqlite(
        this IServiceCollection services, string connectionString, Action<SqliteOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);

        // Report an invalid connection string here, and not when the first customer writes.
        new SqliteFile(connectionString, options: null).Dispose();
        services.AddOptions<SqliteOptions>().Configure(configure ?? (static _ => { })).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SqliteOptions>, SqliteOptionsValidator>());
        services.Replace(ServiceDescriptor.Singleton(
            provider => new SqliteFile(connectionString, provider.GetRequiredService<IOptions<SqliteOptions>>().Value)));
        services.Replace(ServiceDescriptor.Singleton<WhatsCommerceDatabase>(static provider => new SqliteDatabase(
            provider.GetRequiredService<SqliteFile>(), provider.GetServices<DatabaseComponent>())));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, DatabaseStart>());
        services.TryAddSingleton(static provider => new SqliteSendLedger(
            provider.GetRequiredService<SqliteFile>(),
            provider.GetService<TimeProvider>(),
            provider.GetService<ILoggerFactory>()?.CreateLogger(LogCategory)));
        services.Replace(ServiceDescriptor.Singleton<ISendLedger>(static provider => provider.GetRequiredService<SqliteSendLedger>()));
        return services;
    }
}
