using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using WhatsCommerce;
using WhatsCommerce.Webhooks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Extension methods that put a delivery queue before the handlers.</summary>
public static class WhatsCommerceDeliveryQueueBuilderExtensions
{
    /// <summary>
    /// Answers deliveries as soon as they are verified and stored, and handles them from the queue: each conversation in the order in which
    /// its events arrived, over all instances.
    /// </summary>
    /// <remarks>
    /// <para>The queue is in the database of <c>UsePostgreSql</c> or <c>UseSqlite</c>, unless an <see cref="IDeliveryQueue"/> is
    /// registered. An app has one queue: the options are those of all endpoints that use it.</para>
    /// <para>Requires a host that runs hosted services. For the guarantees and their limits see <c>docs/scale.md</c>.</para>
    /// </remarks>
    /// <param name="builder">The endpoint.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder.</returns>
    public static WhatsCommerceWebhooksBuilder UseDeliveryQueue(
        this WhatsCommerceWebhooksBuilder builder, Action<DeliveryQueueOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.UseQueue();
        IServiceCollection services = builder.Services;
        services.AddOptions<DeliveryQueueOptions>().Configure(configure ?? (static _ => { }));
        AddQueue(services);
        return builder;
    }

    /// <summary>Registers the queue and its worker, which deliveries and forwards share.</summary>
    internal static void AddQueue(IServiceCollection services)
    {
        services.AddOptions<DeliveryQueueOptions>().ValidateOnStart();
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IValidateOptions<DeliveryQueueOptions>, DeliveryQueueOptionsValidator>());
        if (services.All(service => service.IsKeyedService || service.ImplementationInstance != QueueTables.Component))
        {
            services.AddSingleton(QueueTables.Component);
        }

        services.TryAddSingleton(CreateQueue);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, DeliveryWorker>(static provider => new DeliveryWorker(
            provider.GetRequiredService<IDeliveryQueue>(),
            provider.GetRequiredService<WebhookProcessor>(),
            provider.GetRequiredService<IOptions<DeliveryQueueOptions>>(),
            provider.GetRequiredService<ProcessingServices>())));
    }

    private static IDeliveryQueue CreateQueue(IServiceProvider provider)
    {
        TimeProvider time = provider.GetRequiredService<TimeProvider>();
        if (provider.GetService<WhatsCommerceDatabase>() is { } database)
        {
            bool isDevelopment = provider.GetService<IHostEnvironment>()?.IsDevelopment() ?? false;
            return new SqlDeliveryQueue(database, isDevelopment, time, provider.GetRequiredService<ProcessingServices>().Logger);
        }

        // Forwards in memory may be lost with the process; a delivery that was answered 200 may not.
        return provider.GetServices<EndpointRegistration>().Any(endpoint => endpoint.UsesQueue)
            ? throw new InvalidOperationException(
                "The delivery queue has no database: call UsePostgreSql or UseSqlite on the builder of the webhooks, or register an "
                + "IDeliveryQueue, such as MemoryDeliveryQueue in a test.")
            : new MemoryDeliveryQueue(time);
    }
}
