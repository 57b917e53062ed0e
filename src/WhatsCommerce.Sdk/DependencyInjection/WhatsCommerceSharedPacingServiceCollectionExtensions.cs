using Microsoft.Extensions.DependencyInjection.Extensions;
using WhatsCommerce;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Shares the rate of sending with other instances of the app.</summary>
public static class WhatsCommerceSharedPacingServiceCollectionExtensions
{
    /// <summary>
    /// Enforces the <see cref="WhatsCommerceOptions.Pacing"/> of each number, and of each number and customer, across all named clients and
    /// all instances that use the same database (<c>UsePostgreSql</c>, <c>AddWhatsCommercePostgreSql</c> or <c>UseSqlite</c>).
    /// </summary>
    /// <remarks>
    /// <para>Instances reserve turns in the database: for a quarter of a second at a time for a number, one by one for a number and a
    /// customer. No period of one second has more messages than <see cref="PacingOptions.MessagesPerSecond"/>; to guarantee that, messages
    /// are 2.5 % further apart than without this call. For costs and limits see <c>docs/scale.md</c>.</para>
    /// <para>All instances must have the same options. An app without a host must create the table first:
    /// <see cref="WhatsCommerceDatabase.MigrateAsync(CancellationToken)"/>.</para>
    /// </remarks>
    /// <param name="services">The services of the app.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddWhatsCommerceSharedPacing(
        this IServiceCollection services, Action<SharedPacingOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<SharedPacingOptions>().Configure(configure ?? (static _ => { })).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SharedPacingOptions>, SharedPacingOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.AddLogging();
        if (services.All(service => service.IsKeyedService || service.ImplementationInstance != TurnTable.Component))
        {
            services.AddSingleton(TurnTable.Component);
        }

        services.TryAddSingleton(static provider => Create(provider));
        return services;
    }

    private static SharedPacing Create(IServiceProvider provider)
    {
        WhatsCommerceDatabase database = provider.GetService<WhatsCommerceDatabase>() ?? throw new InvalidOperationException(
            "The pace has no database in which it could be shared: call AddWhatsCommercePostgreSql, or UsePostgreSql or UseSqlite on the "
            + "builder of webhooks or of a storefront.");
        TimeProvider time = provider.GetRequiredService<TimeProvider>();
        ILogger logger = provider.GetRequiredService<ILoggerFactory>().CreateLogger(WhatsCommerceDiagnostics.LogCategory);
        return new(
            new SqlTurnStore(database, time, logger), time, provider.GetRequiredService<IOptions<SharedPacingOptions>>().Value, logger);
    }
}
