using Microsoft.Extensions.DependencyInjection.Extensions;
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
    /// Register your own <see cref="IProductSearch"/> or <see cref="ISearchSwitches"/> as singletons to replace a part of it.
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
        services.AddOptions<StorefrontSearchOptions>(builder.Name).Configure(options => configure?.Invoke(options));
        if (shop.Has<StorefrontSearch>())
        {
            return builder;
        }

        if (builder.Name.Length == 0)
        {
            // The app fills it itself when there is no catalog.
            services.TryAddSingleton<IProductSearch>(static provider =>
                CreateSearch(provider.GetRequiredService<IOptions<StorefrontSearchOptions>>().Value));
        }

        services.TryAddSingleton<ISearchSwitches, MemorySearchSwitches>();
        shop.AddDefault<IProductSearch>(static shop => CreateSearch(shop.OptionsOf<StorefrontSearchOptions>()));
        shop.Add(static shop => new StorefrontSearch(
            shop.Get<ShopServices>(), shop.GetOfThisShop<IProductSearch>(), shop.Get<ISearchSwitches>()));
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

    private static MemoryProductSearch CreateSearch(StorefrontSearchOptions options) =>
        new MemoryProductSearch(options.Synonyms, options.UseCommonNames);

    private static SearchReplies CreateReplies(ShopScope shop)
    {
        CatalogSource? source = shop.Find<CatalogSource>();
        CatalogId configured = shop.OptionsOf<WhatsCommerceOptions>().CatalogId;
        return new SearchReplies(
            shop.Get<ShopServices>(),
            shop.Get<StorefrontSearch>(),
            source is null ? null : shop.Get<ICatalogStore>(),
            source is null ? _ => Task.FromResult(configured) : source.StoredAsync,
            shop.Get<Texts>());
    }
}
