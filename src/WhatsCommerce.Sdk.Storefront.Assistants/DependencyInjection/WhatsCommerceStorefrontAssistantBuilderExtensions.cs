using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ModelContextProtocol.AspNetCore;
using WhatsCommerce;
using WhatsCommerce.Storefronts;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds AI assistants to a storefront.</summary>
public static class WhatsCommerceStorefrontAssistantBuilderExtensions
{
    /// <summary>Adds only the tools, for your own agents: see <see cref="ShopToolsFactory"/>.</summary>
    /// <param name="builder">The storefront.</param>
    /// <param name="configure">Sets budgets.</param>
    /// <returns>The builder.</returns>
    public static WhatsCommerceStorefrontBuilder AddAssistantTools(
        this WhatsCommerceStorefrontBuilder builder, Action<AssistantOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        IServiceCollection services = builder.Services;
        services.AddOptions<AssistantOptions>(builder.Name).Configure(options => configure?.Invoke(options)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AssistantOptions>, AssistantOptionsValidator>());
        ShopBlueprint shop = builder.Shop;
        if (shop.Has<ShopToolsFactory>())
        {
            return builder;
        }

        builder.AddReplies();
        builder.AddTables(AssistantTables.Component);
        services.TryAddSingleton(CreateBudgets);
        services.TryAddSingleton(CreateTurns);
        shop.Add<ICustomerRecords>(static shop => new AssistantRecords(shop.Get<IAssistantTurns>(), shop.Get<IAssistantBudgets>()));
        shop.Add<IShopWork>(static shop => new AssistantPurge(
            shop.Get<ShopServices>(), shop.OptionsOf<AssistantOptions>(), shop.Get<IAssistantTurns>()));
        if (builder.Blueprints.IsFirst(typeof(ShopToolsFactory)))
        {
            services.AddSingleton(static provider => provider.GetRequiredService<Shops>().Default.Get<ShopToolsFactory>());
            services.AddKeyedTransient(KeyedService.AnyKey, static (provider, key) =>
                provider.GetRequiredService<Shops>().Of(key).Get<ShopToolsFactory>());
        }

        shop.Add(static shop => new ShopToolsFactory(CreateShop(shop)));
        shop.Add(static shop => new ChangeReply(shop.Get<Texts>()));
        shop.Add(static _ => new Responder(
            ResponderPlace.Button,
            ChangeReply.Concerns,
            static (services, context, token) => services.GetRequiredService<ChangeReply>().ReplyAsync(context, token)));
        return builder;
    }

    /// <summary>
    /// Adds an AI assistant: a chat model with the shop's tools, which answers messages that no reply of the app and no search answered.
    /// <c>DefaultReply</c> answers when the model does not.
    /// </summary>
    /// <remarks>
    /// The model's answer is shortened to a WhatsApp message, and withheld when it contains an amount, a percentage, a link or an account
    /// that no tool returned; then <see cref="HumanRequested"/> is raised, and the customer is told that a person will answer.
    /// </remarks>
    /// <param name="builder">The storefront.</param>
    /// <param name="chatClient">The chat model.</param>
    /// <param name="configure">Sets the instructions, budgets and limits.</param>
    /// <returns>The builder.</returns>
    public static WhatsCommerceStorefrontBuilder AddAssistant(
        this WhatsCommerceStorefrontBuilder builder, IChatClient chatClient, Action<AssistantOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(chatClient);
        return builder.AddAssistant(_ => chatClient, configure);
    }

    /// <inheritdoc cref="AddAssistant(WhatsCommerceStorefrontBuilder, IChatClient, Action{AssistantOptions})" path="/summary"/>
    /// <inheritdoc cref="AddAssistant(WhatsCommerceStorefrontBuilder, IChatClient, Action{AssistantOptions})" path="/remarks"/>
    /// <inheritdoc cref="AddAssistant(WhatsCommerceStorefrontBuilder, IChatClient, Action{AssistantOptions})" path="/returns"/>
    /// <param name="builder">The storefront.</param>
    /// <param name="chatClient">Returns the chat model from the services of the app; called once.</param>
    /// <param name="configure">Sets the instructions, budgets and limits.</param>
    public static WhatsCommerceStorefrontBuilder AddAssistant(
        this WhatsCommerceStorefrontBuilder builder,
        Func<IServiceProvider, IChatClient> chatClient,
        Action<AssistantOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(chatClient);
        builder.AddAssistantTools(configure);
        ShopBlueprint shop = builder.Shop;
        if (shop.Has<AssistantReply>())
        {
            throw new InvalidOperationException("This storefront has an assistant already: one answers a message.");
        }

        shop.Add(static shop => new AssistantMemory(
            shop.Get<ShopServices>(), shop.OptionsOf<AssistantOptions>(), shop.Get<IAssistantTurns>()));
        shop.Add(shop => CreateReply(shop, chatClient(shop)));
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, AssistantStart>());
        shop.Add(static _ => new Responder(
            ResponderPlace.Assistant,
            AssistantReply.Concerns,
            static (services, context, token) => services.GetRequiredService<AssistantReply>().ReplyAsync(context, token)));
        return builder;
    }

    /// <summary>
    /// Adds an MCP server with the shop's tools, mapped by <c>app.MapWhatsCommerceMcp("/mcp")</c>. The app binds each request to one
    /// customer.
    /// </summary>
    /// <param name="builder">The storefront.</param>
    /// <param name="bind">
    /// Returns the conversation of a request, from its user or route, never from its body, and with several shops also the shop
    /// (<see cref="ShopConversation.ShopId"/>, for shops with <see cref="AddAssistantTools"/>); <see langword="null"/> rejects the request
    /// with 403. Called for each request, after the app's authorization.
    /// </param>
    /// <param name="configure">Sets budgets.</param>
    /// <returns>The builder.</returns>
    public static WhatsCommerceStorefrontBuilder AddMcpServer(
        this WhatsCommerceStorefrontBuilder builder,
        Func<HttpContext, CancellationToken, ValueTask<ShopConversation?>> bind,
        Action<AssistantOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(bind);
        builder.AddAssistantTools(configure);
        IServiceCollection services = builder.Services;
        if (!builder.Blueprints.IsFirst(typeof(McpBinding)))
        {
            throw new InvalidOperationException("There is an MCP server already: one delegate binds its requests.");
        }

        services.AddSingleton(new McpBinding(builder.Name, bind));
        services.AddSingleton<McpEndpoints>();
        services.AddSingleton<IHostedService>(static provider => provider.GetRequiredService<McpEndpoints>());
        services.AddMcpServer().WithHttpTransport();
        services.PostConfigure<HttpServerTransportOptions>(McpBinding.Configure);
        return builder;
    }

    private static IAssistantBudgets CreateBudgets(IServiceProvider provider) =>
        provider.GetService<WhatsCommerceDatabase>() is WhatsCommerceDatabase database
            ? new SqlAssistantBudgets(
                database, provider.GetRequiredService<DatabaseReadiness>(), provider.GetRequiredService<TimeProvider>())
            : new MemoryAssistantBudgets(provider.GetRequiredService<TimeProvider>());

    private static IAssistantTurns CreateTurns(IServiceProvider provider) =>
        provider.GetService<WhatsCommerceDatabase>() is WhatsCommerceDatabase database
            ? new SqlAssistantTurns(database, provider.GetRequiredService<DatabaseReadiness>())
            : new MemoryAssistantTurns();

    private static AssistantReply CreateReply(ShopScope shop, IChatClient client)
    {
        AssistantOptions options = shop.OptionsOf<AssistantOptions>();
        return new AssistantReply(
            shop.Get<ShopToolsFactory>(),
            Invoking(client, options, shop.Find<ILoggerFactory>()),
            shop.Get<AssistantMemory>(),
            new AnswerGuard(options));
    }

    /// <summary>Wraps the chat client with function invocation, unless it already has it.</summary>
    private static IChatClient Invoking(IChatClient client, AssistantOptions options, ILoggerFactory? loggers) =>
        client.GetService(typeof(FunctionInvokingChatClient)) is not null
            ? client
            : new FunctionInvokingChatClient(client, loggers)
            {
                MaximumIterationsPerRequest = options.RoundsPerTurn,
                MaximumConsecutiveErrorsPerRequest = 0,
                AllowConcurrentInvocation = false,
                IncludeDetailedErrors = false,
            };

    private static AssistantShop CreateShop(ShopScope shop)
    {
        ShopServices services = shop.Get<ShopServices>();
        ShopRooms? rooms = shop.Find<ShopRooms>();
        Texts texts = shop.Get<Texts>();
        CatalogSource? source = shop.Find<CatalogSource>();
        CatalogId configured = shop.Get<ShopClients>().CatalogId;
        return new AssistantShop
        {
            Shop = services,
            Options = shop.OptionsOf<AssistantOptions>(),
            Budgets = shop.Get<IAssistantBudgets>(),
            Prices = StorefrontServices.Prices(shop),
            Texts = texts,
            Sender = shop.Get<CustomerMessages>(),
            Customers = shop.Get<CustomerKnowledge>(),
            CatalogId = source is null ? _ => Task.FromResult(configured) : source.StoredAsync,
            Logger = shop.Find<ILoggerFactory>()?.CreateLogger(AssistantLog.Category) ?? NullLogger.Instance,
            Catalog = source is null ? null : shop.Get<ICatalogStore>(),
            Search = shop.Find<StorefrontSearch>(),
            Rooms = rooms,
            Proposals = rooms is null ? null : new CartProposals(services, rooms.Carts, rooms.CartLock, rooms.Closing, texts),
            Identities = shop.Find<ICustomerIdentities>(),
            Owners = shop.Find<IConversationOwners>(),
            People = new PersonRequests(services, shop.Find<StorefrontConversations>()),
        };
    }
}
