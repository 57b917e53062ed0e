using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace WhatsCommerce.Storefronts;

/// <summary>Creates the services of a shop, and those that all shops of the app share.</summary>
internal static class StorefrontServices
{
    public static ShopServices CreateShop(ShopScope shop) => new()
    {
        Store = shop.Get<IStorefrontStore>(),
        Options = shop.OptionsOf<StorefrontOptions>(),
        Handlers = shop.Blueprint.Handlers,
        Time = shop.Get<TimeProvider>(),
        Logger = shop.Find<ILoggerFactory>()?.CreateLogger(
            shop.IsDefault ? StorefrontLog.Category : $"{StorefrontLog.Category}.{shop.Id}") ?? NullLogger.Instance,
        PagesAddress = shop.OptionsOf<StorefrontOptions>().PublicAddress is Uri address && !shop.IsDefault
            ? new Uri($"{address.AbsoluteUri.TrimEnd('/')}/{shop.Id}")
            : shop.OptionsOf<StorefrontOptions>().PublicAddress,
        Guards = shop.Find<Guards>() ?? Guards.All,
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

    public static StorefrontCustomers CreateCustomers(ShopScope shop)
    {
        ShopServices services = shop.Get<ShopServices>();
        ICustomerRowStore? rows = services.Store switch
        {
            ICustomerRowStore own => own,
            SqlStorefrontStore => new SqlCustomerRows(shop.Get<WhatsCommerceDatabase>(), shop.Get<DatabaseReadiness>()),
            _ => null,
        };
        return new StorefrontCustomers(
            services,
            [new ShopRecords(services, rows), .. shop.All<ICustomerRecords>()],
            new CustomerTraces(
                shop.Find<ICustomerIdentities>(),
                shop.Find<IDeliveryQueue>(),
                shop.Find<IWebhookStore>(),
                shop.Find<ISendLedger>(),
                shop.Find<IDeadLetterStore>()));
    }

    public static ISearchSwitches CreateSearchSwitches(IServiceProvider provider) =>
        provider.GetService<WhatsCommerceDatabase>() is { } database
            ? new SqlSearchSwitches(database, provider.GetRequiredService<DatabaseReadiness>())
            : new MemorySearchSwitches();

    public static IAdminWindowStore CreateAdminWindowStore(IServiceProvider provider) =>
        provider.GetService<WhatsCommerceDatabase>() is { } database
            ? new SqlAdminWindowStore(database, provider.GetRequiredService<DatabaseReadiness>())
            : new MemoryAdminWindowStore();

    public static DatabaseReadiness CreateReadiness(IServiceProvider provider) => new(
        provider.GetRequiredService<WhatsCommerceDatabase>(), provider.GetService<IHostEnvironment>()?.IsDevelopment() == true);

    public static StoreStart CreateStoreStart(IServiceProvider provider) => new(
        provider.GetService<WhatsCommerceDatabase>() is null ? null : provider.GetRequiredService<DatabaseReadiness>(),
        provider.GetRequiredService<Shops>());

    public static ShopPartsCheck CreatePartsCheck(IServiceProvider provider) => new(
        provider.GetRequiredService<ShopBlueprints>(),
        provider.GetRequiredService<Shops>(),
        provider,
        LoggerOf(provider));

    public static ShopRooms CreateRooms(ShopScope shop) => new(
        shop.Get<ShopServices>(),
        new ShopSeams
        {
            Prices = Prices(shop),
            Providers = shop.All<ICheckoutProvider>(),
            Steps = shop.All<ICheckoutStep>(),
            Rules = shop.All<ICheckoutRule>(),
            Stock = shop.Find<IStockHold>(),
            Discounts = shop.Find<IDiscountSource>(),
            Shipping = shop.Find<IShippingQuote>(),
            Tax = shop.Find<ITaxQuote>(),
            LatePayments = shop.Find<ILatePaymentPolicy>(),
            Numbers = shop.Find<IOrderNumbers>(),
            Webhooks = new Lazy<IReadOnlyList<IProviderWebhooks>>(shop.All<IProviderWebhooks>),
        });

    public static Storefront CreateFrontDoor(ShopScope shop)
    {
        ShopServices services = shop.Get<ShopServices>();
        ShopRooms? rooms = shop.Find<ShopRooms>();
        return new Storefront(
            rooms?.Carts ?? new StorefrontCarts(services, closing: null), new StorefrontOutbox(services), rooms?.Checkout, rooms?.Orders)
        {
            CatalogRoom = shop.Find<StorefrontCatalog>(),
            RecoveryRoom = shop.Find<StorefrontRecovery>(),
            ReorderRoom = shop.Find<StorefrontReorder>(),
            ConversationsRoom = shop.Find<StorefrontConversations>(),
            Customers = shop.Get<StorefrontCustomers>(),
            SearchRoom = shop.Find<StorefrontSearch>(),
            Scope = shop,
        };
    }

    public static StorefrontWorker CreateWorker(IServiceProvider provider) => new(
        provider.GetRequiredService<Shops>(),
        CreateTurns(provider),
        provider.GetRequiredService<TimeProvider>(),
        LoggerOf(provider));

    // SQLite files and memory serve a single process, so work needs no leases there.
    public static IWorkTurnStore? CreateTurnStore(IServiceProvider provider) =>
        provider.GetService<WhatsCommerceDatabase>() is { Dialect: DatabaseDialect.PostgreSql } database
            ? new SqlWorkTurnStore(database, provider.GetRequiredService<DatabaseReadiness>())
            : null;

    private static WorkTurns? CreateTurns(IServiceProvider provider) => CreateTurnStore(provider) is { } store
        ? new WorkTurns(store, provider.GetRequiredService<TimeProvider>(), LoggerOf(provider))
        : null;

    private static ILogger LoggerOf(IServiceProvider provider) =>
        provider.GetService<ILoggerFactory>()?.CreateLogger(StorefrontLog.Category) ?? (ILogger)NullLogger.Instance;

    public static IShopWork CreateOutboxWork(ShopScope shop) => new OutboxWork(
        shop.Get<ShopServices>(), new OutboxProcessor(shop.Get<ShopServices>(), shop.Get<IServiceScopeFactory>(), shop));

    public static IShopWork CreateSweepWork(ShopScope shop) => new SweepWork(shop.Get<ShopServices>(), shop.Get<ShopRooms>().Sweep);

    public static MessageAnswers CreateMessageAnswers(ShopScope shop) => new(
        shop.Get<ShopServices>(),
        shop.Own<Responder>(),
        shop.Get<CustomerKnowledge>(),
        shop.Get<CustomerMessages>(),
        shop.Find<ICustomerIdentities>(),
        shop.Find<IConversationOwners>(),
        shop.Find<MessageCorrelation>());

    public static ProductQuestions CreateProductQuestions(ShopScope shop) => new(shop.Get<ShopServices>(), Prices(shop));

    public static CartAnswers CreateCartAnswers(ShopScope shop)
    {
        ShopRooms rooms = shop.Get<ShopRooms>();
        Texts texts = shop.Get<Texts>();
        return new CartAnswers(
            rooms.Shop,
            rooms.Carts,
            rooms.Checkout,
            new SecondCarts(rooms.Shop, rooms.Closing, shop.Find<ICartPolicy>()),
            new OfferMessages(texts),
            texts,
            shop.Get<CustomerKnowledge>(),
            shop.Get<CustomerMessages>(),
            shop.All<ICheckoutProvider>());
    }

    public static OrderAnswers CreateOrderAnswers(ShopScope shop)
    {
        Texts texts = shop.Get<Texts>();
        return new OrderAnswers(
            shop.Get<ShopServices>(), shop.Get<ShopRooms>().Orders, texts, new OrderSentences(texts), shop.Get<CustomerMessages>());
    }

    public static FollowUpAnswers CreateFollowUpAnswers(ShopScope shop)
    {
        ShopRooms rooms = shop.Get<ShopRooms>();
        Texts texts = shop.Get<Texts>();
        return new FollowUpAnswers(
            rooms.Shop,
            rooms.Checkout,
            rooms.Orders,
            new OfferMessages(texts),
            texts,
            new OrderSentences(texts),
            shop.Get<OrderAnswers>(),
            shop.Get<CustomerMessages>(),
            shop.All<ICheckoutProvider>());
    }

    public static StepAnswers CreateStepAnswers(ShopScope shop)
    {
        ShopRooms rooms = shop.Get<ShopRooms>();
        return new StepAnswers(rooms.Shop, rooms.Steps, rooms.Checkout, new OfferMessages(shop.Get<Texts>()));
    }

    public static IPriceSource Prices(ShopScope shop) =>
        shop.Find<IPriceSource>() ?? (IPriceSource?)shop.Find<CatalogPrices>() ?? LivePrices(shop);

    private static ConnectedCatalogPrices LivePrices(ShopScope shop) => new(
        shop.Get<WhatsCommerceClient>(), shop.Get<TimeProvider>(), shop.Get<ShopClients>().CatalogId);
}
