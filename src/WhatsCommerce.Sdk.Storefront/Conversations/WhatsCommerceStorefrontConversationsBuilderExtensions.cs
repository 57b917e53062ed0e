using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using WhatsCommerce;
using WhatsCommerce.Messages;
using WhatsCommerce.Storefronts;
using WhatsCommerce.Webhooks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the conversations to a storefront.</summary>
/// <remarks>Its seams are services: register your own <see cref="IConversationStore"/> as a singleton.</remarks>
public static class WhatsCommerceStorefrontConversationsBuilderExtensions
{
    /// <summary>
    /// Adds the conversations, reached as <see cref="Storefront.Conversations"/>: what customers write and are sent is kept, people take
    /// conversations over and give them back, and a reply in plain words is connected with the product that it is about.
    /// </summary>
    /// <remarks>
    /// What the app sends by its client is kept as well. A message to somebody who has not written yet needs
    /// <see cref="WhatsCommerceOptions.BusinessAccountId"/>, by which the customer is known again.
    /// </remarks>
    /// <param name="builder">The storefront.</param>
    /// <param name="configure">Sets the retention of texts, and when a conversation goes back by itself.</param>
    /// <returns>The builder.</returns>
    public static WhatsCommerceStorefrontBuilder AddConversations(
        this WhatsCommerceStorefrontBuilder builder, Action<StorefrontConversationOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        IServiceCollection services = builder.Services;
        services.AddOptions<StorefrontConversationOptions>().Configure(options => configure?.Invoke(options)).ValidateOnStart();
        if (services.Any(service => service.ServiceType == typeof(StorefrontConversations)))
        {
            return builder;
        }

        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IValidateOptions<StorefrontConversationOptions>, StorefrontConversationOptionsValidator>());
        services.AddSingleton(ConversationTables.Component);
        services.TryAddSingleton(StorefrontServices.CreateConversationStore);
        builder.AddReplies();
        services.AddSingleton(static provider => new ConversationLog(
            provider.GetRequiredService<ShopServices>(),
            provider.GetRequiredService<IConversationStore>(),
            provider.GetRequiredService<IOptions<StorefrontConversationOptions>>().Value));
        services.AddSingleton(static provider => new ConversationOwnership(provider.GetRequiredService<ConversationLog>()));
        services.AddSingleton(static provider => new MessageCorrelation(
            provider.GetRequiredService<ShopServices>(), provider.GetRequiredService<IConversationStore>()));
        services.AddSingleton(static provider => new ProductFacts(
            provider.GetRequiredService<ShopServices>(), provider.GetService<ICatalogStore>()));
        services.AddSingleton(provider => CreateSends(provider, services));
        services.AddSingleton(static provider => new StorefrontConversations(
            provider.GetRequiredService<ConversationLog>(),
            provider.GetRequiredService<ConversationOwnership>(),
            provider.GetRequiredService<ConversationSends>()));
        services.TryAddSingleton<IConversationOwners>(static provider => new ConversationOwners(
            provider.GetRequiredService<ShopServices>(), provider.GetRequiredService<IConversationStore>()));
        services.AddSingleton<ICustomerRecords>(static provider =>
            new ConversationRecords(provider.GetRequiredService<IConversationStore>()));
        services.AddSingleton<ISentMessageObserver>(CreateObserver);
        services.AddSingleton<IHostedService>(static provider => new ConversationWorker(
            provider.GetRequiredService<ShopServices>(),
            new ConversationSweep(
                provider.GetRequiredService<ConversationLog>(), provider.GetRequiredService<ConversationOwnership>())));
        services.AddSingleton<StartChecks>();
        services.AddHostedService(static provider => provider.GetRequiredService<StartChecks>());
        AddWebhooks(services);
        AddStory(builder);
        return builder;
    }

    private static void AddWebhooks(IServiceCollection services)
    {
        services.AddSingleton(static provider => new InboundLog(
            provider.GetRequiredService<ConversationLog>(),
            provider.GetRequiredService<ProductFacts>(),
            provider.GetRequiredService<MessageCorrelation>()));
        services.AddSingleton(static provider => new StatusLog(provider.GetRequiredService<ConversationLog>()));
        services.AddSingleton(static provider => new RoutingLog(
            provider.GetRequiredService<ConversationLog>(),
            provider.GetRequiredService<ConversationOwnership>(),
            provider.GetRequiredService<InboundLog>(),
            provider.GetRequiredService<StatusLog>()));
        services.AddSingleton(static provider => new ConversationMerging(
            provider.GetRequiredService<ShopServices>(), provider.GetRequiredService<IConversationStore>()));
        services.AddWhatsCommerceWebhooks(static _ => { })
            .AddCustomersMergedHandler<ConversationMerging>()
            .HandleWhen<MessageEvent, InboundLog, WebhookContext>(
                EventHandlers.OwnPrefix + "conversations.messages",
                InboundLog.Concerns,
                static (message, log, context, token) => log.ReceiveAsync(message, context, token))
            .HandleWhen<StatusEvent, StatusLog, WebhookContext>(
                EventHandlers.OwnPrefix + "conversations.statuses",
                StatusLog.Concerns,
                static (status, log, context, token) => log.ReceiveAsync(status, context, token))
            .Handle<HandoverEvent, RoutingLog, WebhookContext>(
                EventHandlers.OwnPrefix + "conversations.handovers",
                static (handover, log, context, token) => log.ReceiveAsync(handover, context, token))
            .Handle<StandbyEvent, RoutingLog, WebhookContext>(
                EventHandlers.OwnPrefix + "conversations.standby",
                static (standby, log, context, token) => log.ReceiveAsync(standby, context, token))
            .Handle<MessageEchoEvent, RoutingLog, WebhookContext>(
                EventHandlers.OwnPrefix + "conversations.echoes",
                static (echo, log, context, token) => log.ReceiveAsync(echo, context, token));
    }

    private static void AddStory(WhatsCommerceStorefrontBuilder builder)
    {
        builder.Services.AddSingleton(static provider => new StoryLog(
            provider.GetRequiredService<ConversationLog>(), provider.GetRequiredService<ProductFacts>()));
        builder.Handle<CartReceived>("conversations.carts", static (provider, received, token) =>
            provider.GetRequiredService<StoryLog>().ReceiveAsync(received, token));
        builder.Handle<OrderStoryEvent>("conversations.orders", static (provider, told, token) =>
            provider.GetRequiredService<StoryLog>().ReceiveAsync(told, token));
    }

    private static ConversationSends CreateSends(IServiceProvider provider, IServiceCollection services) => new(
        provider.GetRequiredService<ConversationLog>(),
        new ShopClients(provider, services),
        provider.GetService<ICatalogStore>(),
        provider.GetService<CatalogSource>() is CatalogSource source ? source.StoredAsync : null,
        provider.GetRequiredService<CustomerKnowledge>(),
        provider.GetRequiredService<Texts>(),
        provider.GetService<ShopRooms>()?.Checkout);

    private static SentMessageLog CreateObserver(IServiceProvider provider) => new(
        provider.GetRequiredService<ConversationLog>(),
        provider.GetRequiredService<ProductFacts>(),
        new CustomerAddresses(
            provider.GetRequiredService<ShopServices>(),
            provider.GetRequiredService<IConversationStore>(),
            provider.GetService<ICustomerIdentities>(),
            () => provider.GetRequiredService<IOptions<WebhookOptions>>().Value.CustomerScope
                ?? provider.GetRequiredService<IOptions<WhatsCommerceOptions>>().Value.BusinessAccountId));
}
