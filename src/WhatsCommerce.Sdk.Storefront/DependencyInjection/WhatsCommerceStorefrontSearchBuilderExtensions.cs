using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using WhatsCommerce;
using WhatsCommerce.Storefronts;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the product search to a storefront.</summary>
public static class WhatsCommerceStorefrontSearchBuilderExtensions
{
    /// <summary>
    /// Adds the product search, reached as <see cref="Storefront.Search"/>, and answers what customers look for. With the catalog
    /// (<c>AddCatalog()</c>) it is filled from it; otherwise fill <see cref="IProductSearch"/> yourself.
    /// </summary>
    /// <remarks>
    /// Register your own <see cref="IProductSearch"/> or <see cref="ISearchSwitches"/> as singletons to replace a part of it. The switch is
    /// kept in the storefront's database where there is one.
    /// </remarks>
    /// <param name="builder">The storefront.</param>
    /// <param name="configure">Sets synonyms.</param>
    /// <returns>The builder.</returns>
    public static WhatsCommerceStorefrontBuilder AddSearch(
        this WhatsCommerceStorefrontBuilder builder, Action<StorefrontSearchOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        IServiceCollection services = builder.Services;
        ShopBlueprint shop = builder.Shop;
        services.AddOptions<StorefrontSearchOptions>(builder.Name).Configure(options => configure?.Invoke(options))
            .Validate(static options =>
            {
                options.Embeddings?.Check();
                return true;
            })
            .ValidateOnStart();
        if (shop.Has<StorefrontSearch>())
        {
            return builder;
        }

        if (builder.Name.Length == 0)
        {
            // The app fills it itself when there is no catalog.
            services.TryAddSingleton<IProductSearch>(static provider =>
                CreateSearch(provider, provider.GetRequiredService<IOptions<StorefrontSearchOptions>>().Value));
        }

        builder.AddTables(SearchTables.Search);
        services.TryAddSingleton(StorefrontServices.CreateSearchSwitches);
        shop.AddDefault<IProductSearch>(static shop => CreateSearch(shop, shop.OptionsOf<StorefrontSearchOptions>()));
        shop.Add(static shop => new StorefrontSearch(
            shop.Get<ShopServices>(), shop.GetOfThisShop<IProductSearch>(), shop.Get<ISearchSwitches>()));
        shop.Parts.Add(ShopPart.OfTheShop<StorefrontSearch>("The search"));
        shop.Add(CreateReplies);
        shop.Add<IShopWork>(static shop => new SearchFeed(
            shop.Get<ShopServices>(), shop.Find<ICatalogStore>() ?? new MemoryCatalogStore(), shop.GetOfThisShop<IProductSearch>()));
        builder.AddReplies();
        shop.Add(static _ => new Responder(
            ResponderPlace.Button,
            SearchReplies.IsMore,
            static (provider, context, token) => provider.GetRequiredService<SearchReplies>().MoreAsync(context, token)));
        shop.Add(static _ => new Responder(
            ResponderPlace.Search,
            SearchReplies.Concerns,
            static (provider, context, token) => provider.GetRequiredService<SearchReplies>().AnswerAsync(context, token)));
        return builder;
    }

    /// <summary>
    /// Adds the product search as <see cref="AddSearch"/> does, with the products in PostgreSQL instead of memory: for more than 100,000,
    /// and once for all instances.
    /// </summary>
    /// <remarks>
    /// Needs <c>UsePostgreSql</c> and the extension pg_trgm, which the migration makes where it may; else the app says at start what is to
    /// be done. <see cref="StorefrontSearchOptions.Embeddings"/> are for the search in memory.
    /// </remarks>
    /// <param name="builder">The storefront.</param>
    /// <param name="configure">Sets synonyms.</param>
    /// <returns>The builder.</returns>
    public static WhatsCommerceStorefrontBuilder AddDatabaseSearch(
        this WhatsCommerceStorefrontBuilder builder, Action<StorefrontSearchOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddSearch(configure);
        builder.AddTables(ProductSearchTables.Component);
        builder.Shop.AddDefault<IProductSearch>(static shop =>
            CreateDatabaseSearch(shop, shop.Get<ShopServices>().ShopId, shop.OptionsOf<StorefrontSearchOptions>()));
        if (builder.Name.Length == 0)
        {
            builder.Services.Replace(ServiceDescriptor.Singleton<IProductSearch>(static provider => CreateDatabaseSearch(
                provider,
                provider.GetRequiredService<IOptions<StorefrontOptions>>().Value.ShopId,
                provider.GetRequiredService<IOptions<StorefrontSearchOptions>>().Value)));
        }

        return builder;
    }

    private static DatabaseProductSearch CreateDatabaseSearch(
        IServiceProvider services, string shopId, StorefrontSearchOptions options) => new(
        services.GetService<WhatsCommerceDatabase>() ?? throw new InvalidOperationException(
            "AddDatabaseSearch() needs a database: call UsePostgreSql(connectionString) on the storefront, or AddSearch() instead."),
        services.GetRequiredService<DatabaseReadiness>(),
        shopId,
        options);

    private static IProductSearch CreateSearch(IServiceProvider services, StorefrontSearchOptions options)
    {
        MemoryProductSearch words = new(options.Synonyms, options.UseCommonNames);
        return options.Embeddings is null
            ? words
            : new EmbeddingProductSearch(
                words,
                services.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>(),
                options.Embeddings,
                services.GetRequiredService<TimeProvider>(),
                services.GetService<ILoggerFactory>()?.CreateLogger(StorefrontLog.Category) ?? NullLogger.Instance);
    }

    private static SearchReplies CreateReplies(ShopScope shop)
    {
        CatalogSource? source = shop.Find<CatalogSource>();
        CatalogId configured = shop.Get<ShopClients>().CatalogId;
        return new SearchReplies(
            shop.Get<ShopServices>(),
            shop.Get<StorefrontSearch>(),
            source is null ? null : shop.Get<ICatalogStore>(),
            source is null ? _ => Task.FromResult(configured) : source.StoredAsync,
            shop.Get<Texts>());
    }
}
