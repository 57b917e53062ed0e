using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Storefronts;

/// <summary>Makes the services of a storefront out of those of the app.</summary>
internal static class StorefrontServices
{
    public static ShopServices CreateShop(IServiceProvider provider) => new()
    {
        Store = provider.GetRequiredService<IStorefrontStore>(),
        Options = provider.GetRequiredService<IOptions<StorefrontOptions>>().Value,
        Handlers = provider.GetRequiredService<EventHandlers>(),
        Time = provider.GetRequiredService<TimeProvider>(),
        Logger = provider.GetService<ILoggerFactory>()?.CreateLogger(StorefrontLog.Category) ?? NullLogger.Instance,
    };

    public static IStorefrontStore CreateStore(IServiceProvider provider) =>
        provider.GetService<WhatsCommerceDatabase>() is { } database
            ? new SqlStorefrontStore(
                database, provider.GetService<IWebhookStore>(), provider.GetRequiredService<DatabaseReadiness>())
            : new MemoryStorefrontStore(provider.GetRequiredService<IOptions<MemoryStorefrontStoreOptions>>().Value);

    public static ICatalogStore CreateCatalogStore(IServiceProvider provider) =>
        provider.GetService<WhatsCommerceDatabase>() is { } database
            ? new SqlCatalogStore(database, provider.GetRequiredService<DatabaseReadiness>())
            : new MemoryCatalogStore();

    public static IConversationStore CreateConversationStore(IServiceProvider provider) =>
        provider.GetService<WhatsCommerceDatabase>() is { } database
            ? new SqlConversationStore(
                database, provider.GetService<IWebhookStore>(), provider.GetRequiredService<DatabaseReadiness>())
            : new MemoryConversationStore(provider.GetRequiredService<IStorefrontStore>());

    public static StorefrontCustomers CreateCustomers(IServiceProvider provider)
    {
        ShopServices shop = provider.GetRequiredService<ShopServices>();
        ICustomerRowStore? rows = shop.Store switch
        {
            ICustomerRowStore own => own,
            SqlStorefrontStore => new SqlCustomerRows(
                provider.GetRequiredService<WhatsCommerceDatabase>(), provider.GetRequiredService<DatabaseReadiness>()),
            _ => null,
        };
        return new StorefrontCustomers(
            shop,
            [new ShopRecords(shop, rows), .. provider.GetServices<ICustomerRecords>()],
            new CustomerTraces(
                provider.GetService<ICustomerIdentities>(),
                provider.GetService<IWebhookStore>(),
                provider.GetService<ISendLedger>(),
                provider.GetService<IDeadLetterStore>()));
    }

    public static DatabaseReadiness CreateReadiness(IServiceProvider provider) => new(
        provider.GetRequiredService<WhatsCommerceDatabase>(), provider.GetService<IHostEnvironment>()?.IsDevelopment() == true);

    public static StoreStart CreateStoreStart(IServiceProvider provider) =>
        new(provider.GetService<WhatsCommerceDatabase>() is null ? null : provider.GetRequiredService<DatabaseReadiness>());

    public static ShopRooms CreateRooms(IServiceProvider provider) => new(
        provider.GetRequiredService<ShopServices>(),
        new ShopSeams
        {
            Prices = Prices(provider),
            Providers = [.. provider.GetServices<ICheckoutProvider>()],
            Steps = [.. provider.GetServices<ICheckoutStep>()],
            Rules = [.. provider.GetServices<ICheckoutRule>()],
            Stock = provider.GetService<IStockHold>(),
            Discounts = provider.GetService<IDiscountSource>(),
            Shipping = provider.GetService<IShippingQuote>(),
            Tax = provider.GetService<ITaxQuote>(),
            LatePayments = provider.GetService<ILatePaymentPolicy>(),
            Numbers = provider.GetService<IOrderNumbers>(),
        });

    public static Storefront CreateFrontDoor(IServiceProvider provider)
    {
        ShopServices shop = provider.GetRequiredService<ShopServices>();
        ShopRooms? rooms = provider.GetService<ShopRooms>();
        return new Storefront(
            rooms?.Carts ?? new StorefrontCarts(shop, closing: null), new StorefrontOutbox(shop), rooms?.Checkout, rooms?.Orders)
        {
            CatalogRoom = provider.GetService<StorefrontCatalog>(),
            ConversationsRoom = provider.GetService<StorefrontConversations>(),
            Customers = provider.GetRequiredService<StorefrontCustomers>(),
            SearchRoom = provider.GetService<StorefrontSearch>(),
        };
    }

    public static StorefrontWorker CreateWorker(IServiceProvider provider)
    {
        ShopServices shop = provider.GetRequiredService<ShopServices>();
        return new StorefrontWorker(
            shop,
            new OutboxProcessor(shop, provider.GetRequiredService<IServiceScopeFactory>()),
            provider.GetService<ShopRooms>()?.Sweep);
    }

    public static MessageAnswers CreateMessageAnswers(IServiceProvider provider) => new(
        provider.GetRequiredService<ShopServices>(),
        provider.GetServices<Responder>(),
        provider.GetRequiredService<CustomerKnowledge>(),
        provider.GetRequiredService<CustomerMessages>(),
        provider.GetService<ICustomerIdentities>(),
        provider.GetService<IConversationOwners>(),
        provider.GetService<MessageCorrelation>());

    public static ProductQuestions CreateProductQuestions(IServiceProvider provider) =>
        new(provider.GetRequiredService<ShopServices>(), Prices(provider));

    public static CartAnswers CreateCartAnswers(IServiceProvider provider)
    {
        ShopRooms rooms = provider.GetRequiredService<ShopRooms>();
        Texts texts = provider.GetRequiredService<Texts>();
        return new CartAnswers(
            rooms.Shop,
            rooms.Carts,
            rooms.Checkout,
            new SecondCarts(rooms.Shop, rooms.Closing, provider.GetService<ICartPolicy>()),
            new OfferMessages(texts),
            texts,
            provider.GetRequiredService<CustomerKnowledge>(),
            provider.GetRequiredService<CustomerMessages>(),
            provider.GetServices<ICheckoutProvider>());
    }

    public static OrderAnswers CreateOrderAnswers(IServiceProvider provider)
    {
        Texts texts = provider.GetRequiredService<Texts>();
        return new OrderAnswers(
            provider.GetRequiredService<ShopServices>(),
            provider.GetRequiredService<ShopRooms>().Orders,
            texts,
            new OrderSentences(texts),
            provider.GetRequiredService<CustomerMessages>());
    }

    public static FollowUpAnswers CreateFollowUpAnswers(IServiceProvider provider)
    {
        ShopRooms rooms = provider.GetRequiredService<ShopRooms>();
        Texts texts = provider.GetRequiredService<Texts>();
        return new FollowUpAnswers(
            rooms.Shop,
            rooms.Checkout,
            rooms.Orders,
            new OfferMessages(texts),
            texts,
            new OrderSentences(texts),
            provider.GetRequiredService<OrderAnswers>(),
            provider.GetRequiredService<CustomerMessages>(),
            provider.GetServices<ICheckoutProvider>());
    }

    public static StepAnswers CreateStepAnswers(IServiceProvider provider)
    {
        ShopRooms rooms = provider.GetRequiredService<ShopRooms>();
        return new StepAnswers(rooms.Shop, rooms.Steps, rooms.Checkout, new OfferMessages(provider.GetRequiredService<Texts>()));
    }

    private static IPriceSource Prices(IServiceProvider provider) =>
        provider.GetService<IPriceSource>() ?? (IPriceSource?)provider.GetService<CatalogPrices>() ?? LivePrices(provider);

    private static ConnectedCatalogPrices LivePrices(IServiceProvider provider) => new(
        provider.GetRequiredService<WhatsCommerceClient>(),
        provider.GetRequiredService<TimeProvider>(),
        provider.GetRequiredService<IOptions<WhatsCommerceOptions>>().Value.CatalogId);
}
