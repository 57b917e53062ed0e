using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using WhatsCommerce;
using WhatsCommerce.Messages;
using WhatsCommerce.Storefronts;
using WhatsCommerce.Webhooks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the conversations to a storefront.</summary>
/// <remarks>To replace a part, register your own <see cref="IConversationStore"/> as a singleton.</remarks>
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
    /// <param name="configure">Sets the retention of texts, and when a conversation goes back on its own.</param>
    /// <returns>The builder.</returns>
    public static WhatsCommerceStorefrontBuilder AddConversations(
        this WhatsCommerceStorefrontBuilder builder, Action<StorefrontConversationOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        IServiceCollection services = builder.Services;
        ShopBlueprint shop = builder.Shop;
        services.AddOptions<StorefrontConversationOptions>(builder.Name)
            .Configure(options => configure?.Invoke(options)).ValidateOnStart();
        if (shop.Has<StorefrontConversations>())
        {
            return builder;
        }

        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IValidateOptions<StorefrontConversationOptions>, StorefrontConversationOptionsValidator>());
        services.TryAddSingleton(StorefrontServices.CreateConversationStore);
        builder.AddTables(ConversationTables.Component);
        builder.AddReplies();
        shop.Add(static shop => new ConversationLog(
            shop.Get<ShopServices>(), shop.Get<IConversationStore>(), shop.OptionsOf<StorefrontConversationOptions>()));
        shop.Add(static shop => new ConversationOwnership(shop.Get<ConversationLog>()));
        shop.Add(static shop => new MessageCorrelation(shop.Get<ShopServices>(), shop.Get<IConversationStore>()));
        shop.Add(static shop => new ProductFacts(shop.Get<ShopServices>(), shop.Find<ICatalogStore>()));
        shop.Add(CreateSends);
        shop.Add(static shop => new StorefrontConversations(
            shop.Get<ConversationLog>(), shop.Get<ConversationOwnership>(), shop.Get<ConversationSends>()));
        shop.AddDefault<IConversationOwners>(static shop =>
            new ConversationOwners(shop.Get<ShopServices>(), shop.Get<IConversationStore>()));
        shop.Add<ICustomerRecords>(static shop => new ConversationRecords(shop.Get<IConversationStore>()));
        shop.Add<IShopWork>(static shop => new ConversationSweep(shop.Get<ConversationLog>(), shop.Get<ConversationOwnership>()));
        shop.Add(CreateSentMessageLog);
        AddWebhooks(builder);
        AddStory(builder);
        if (builder.Blueprints.IsFirst(typeof(SentMessages)))
        {
            services.AddSingleton<ISentMessageObserver>(static provider => new SentMessages(provider.GetRequiredService<Shops>()));
            services.ConfigureAllWhatsCommerceWebhooks(static endpoint => endpoint.AddCustomersMergedHandler<ConversationMerging>());
        }

        return builder;
    }

    private static void AddWebhooks(WhatsCommerceStorefrontBuilder builder)
    {
        builder.Shop.Add(static shop => new InboundLog(
            shop.Get<ConversationLog>(), shop.Get<ProductFacts>(), shop.Get<MessageCorrelation>()));
        builder.Shop.Add(static shop => new StatusLog(shop.Get<ConversationLog>()));
        builder.Shop.Add(static shop => new RoutingLog(
            shop.Get<ConversationLog>(), shop.Get<ConversationOwnership>(), shop.Get<InboundLog>(), shop.Get<StatusLog>()));
        builder.Blueprints.KeepsConversations = true;
        builder.HandleWebhook<StatusEvent, StatusLog>(
            "conversations.statuses",
            StatusLog.Concerns,
            static (status, log, context, token) => log.ReceiveAsync(status, context, token));
        builder.HandleWebhook<HandoverEvent, RoutingLog>(
            "conversations.handovers",
            static _ => true,
            static (handover, log, context, token) => log.ReceiveAsync(handover, context, token));
        builder.HandleWebhook<StandbyEvent, RoutingLog>(
            "conversations.standby",
            static _ => true,
            static (standby, log, context, token) => log.ReceiveAsync(standby, context, token));
        builder.HandleWebhook<MessageEchoEvent, RoutingLog>(
            "conversations.echoes",
            static _ => true,
            static (echo, log, context, token) => log.ReceiveAsync(echo, context, token));
    }

    private static void AddStory(WhatsCommerceStorefrontBuilder builder)
    {
        builder.Shop.Add(static shop => new StoryLog(shop.Get<ConversationLog>(), shop.Get<ProductFacts>()));
        builder.Handle<CartReceived>("conversations.carts", static (provider, received, token) =>
            provider.GetRequiredService<StoryLog>().ReceiveAsync(received, token));
        builder.Handle<OrderStoryEvent>("conversations.orders", static (provider, told, token) =>
            provider.GetRequiredService<StoryLog>().ReceiveAsync(told, token));
    }

    private static ConversationSends CreateSends(ShopScope shop) => new(
        shop.Get<ConversationLog>(),
        shop.Get<ShopClients>(),
        shop.Find<ICatalogStore>(),
        shop.Find<CatalogSource>() is CatalogSource source ? source.StoredAsync : null,
        shop.Get<CustomerKnowledge>(),
        shop.Get<Texts>(),
        shop.Find<ShopRooms>()?.Checkout);

    private static SentMessageLog CreateSentMessageLog(ShopScope shop) => new(
        shop.Get<ConversationLog>(),
        shop.Get<ProductFacts>(),
        new CustomerAddresses(
            shop.Get<ShopServices>(),
            shop.Get<IConversationStore>(),
            shop.Find<ICustomerIdentities>(),
            () => shop.App.GetRequiredService<IOptions<WebhookOptions>>().Value.CustomerScope
                ?? shop.Get<ShopClients>().BusinessAccountId.Value));
}
