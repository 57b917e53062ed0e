using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using WhatsCommerce.Webhooks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Extension methods that use RabbitMQ for the delivery queue.</summary>
public static class WhatsCommerceRabbitMqBuilderExtensions
{
    /// <summary>
    /// Answers deliveries as soon as RabbitMQ has confirmed them, and handles them from its queues. Includes <c>UseDeliveryQueue</c>, which
    /// may be called as well to set its options.
    /// </summary>
    /// <remarks>
    /// Handled events are stored elsewhere: several instances also need a shared store, such as <c>UsePostgreSql</c>. An
    /// app has one queue: of several calls the last one counts.
    /// </remarks>
    /// <param name="builder">The endpoint.</param>
    /// <param name="connectionString">
    /// The URI of the broker, such as <c>amqps://user:password@mq.example.com/shop</c>: <see cref="RabbitMqOptions.ConnectionString"/>.
    /// </param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder.</returns>
    public static WhatsCommerceWebhooksBuilder UseRabbitMq(
        this WhatsCommerceWebhooksBuilder builder, string connectionString, Action<RabbitMqOptions>? configure = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        return builder.UseRabbitMq(options =>
        {
            options.ConnectionString = connectionString;
            configure?.Invoke(options);
        });
    }

    /// <inheritdoc cref="UseRabbitMq(WhatsCommerceWebhooksBuilder, string, Action{RabbitMqOptions}?)" path="/summary"/>
    /// <inheritdoc cref="UseRabbitMq(WhatsCommerceWebhooksBuilder, string, Action{RabbitMqOptions}?)" path="/remarks"/>
    /// <inheritdoc cref="UseRabbitMq(WhatsCommerceWebhooksBuilder, string, Action{RabbitMqOptions}?)" path="/returns"/>
    /// <inheritdoc cref="UseRabbitMq(WhatsCommerceWebhooksBuilder, string, Action{RabbitMqOptions}?)" path="/exception"/>
    /// <param name="builder">The endpoint.</param>
    /// <param name="configure">Sets the options, with <see cref="RabbitMqOptions.ConnectionString"/>.</param>
    public static WhatsCommerceWebhooksBuilder UseRabbitMq(
        this WhatsCommerceWebhooksBuilder builder, Action<RabbitMqOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        builder.UseDeliveryQueue();
        IServiceCollection services = builder.Services;
        services.AddOptions<RabbitMqOptions>().Configure(configure).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<RabbitMqOptions>, RabbitMqOptionsValidator>());
        services.TryAddSingleton(static provider => new RabbitMqDeliveryQueue(
            provider.GetRequiredService<IOptions<RabbitMqOptions>>().Value,
            () => provider.GetRequiredService<IDeadLetterStore>(),
            provider.GetService<TimeProvider>(),
            provider.GetService<ILoggerFactory>()?.CreateLogger(RabbitMqLog.Category)));
        services.Replace(ServiceDescriptor.Singleton<IDeliveryQueue>(
            static provider => provider.GetRequiredService<RabbitMqDeliveryQueue>()));
        return builder;
    }
}
