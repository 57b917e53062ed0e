using Microsoft.Extensions.DependencyInjection.Extensions;
using WhatsCommerce;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Shares the pace of sending with other instances of the app.</summary>
public static class WhatsCommerceSharedPacingServiceCollectionExtensions
{
    /// <summary>
    /// Keeps the <see cref="WhatsCommerceOptions.Pacing"/> of each number, and of each number and customer, over all instances that use
    /// the database of <c>UsePostgreSql</c>, <c>AddWhatsCommercePostgreSql</c> or <c>UseSqlite</c>, and over all named clients.
    /// </summary>
    /// <remarks>
    /// <para>Instances get turns from the database: in groups of a quarter of a second for a number, one by one for a number and a
    /// customer. In no second, wherever it begins, more messages leave than <see cref="PacingOptions.MessagesPerSecond"/>; to that end they
    /// are 2.5 % further apart than without this call. What it costs, and what is not promised, is in <c>docs/scale.md</c>.</para>
    /// <para>Every instance must have the same pace. An app without a host creates the table beforehand:
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
