using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
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
        services.AddOptions<StorefrontSearchOptions>().Configure(options => configure?.Invoke(options));
        if (services.Any(service => service.ServiceType == typeof(StorefrontSearch)))
        {
            return builder;
        }

        services.TryAddSingleton<IProductSearch>(static provider =>
        {
            StorefrontSearchOptions options = provider.GetRequiredService<IOptions<StorefrontSearchOptions>>().Value;
            MemoryProductSearch words = new(options.Synonyms, options.UseCommonNames);
            return options.Embeddings is null
                ? words
                : new EmbeddingProductSearch(
                    words,
                    provider.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>(),
                    options.Embeddings,
                    provider.GetRequiredService<TimeProvider>(),
                    provider.GetRequiredService<ShopServices>().Logger);
        });
        services.AddSingleton(SearchTables.Search);
        services.TryAddSingleton(StorefrontServices.CreateSearchSwitches);
        services.AddSingleton(static provider => new StorefrontSearch(
            provider.GetRequiredService<ShopServices>(),
            provider.GetRequiredService<IProductSearch>(),
            provider.GetRequiredService<ISearchSwitches>()));
        services.AddSingleton(CreateReplies);
        services.AddSingleton<IHostedService>(static provider => new SearchFeed(
            provider.GetRequiredService<ShopServices>(),
            provider.GetService<ICatalogStore>() ?? new MemoryCatalogStore(),
            provider.GetRequiredService<IProductSearch>()));
        builder.AddReplies();
        services.AddSingleton(new Responder(
            ResponderPlace.Button,
            SearchReplies.IsMore,
            static (provider, context, token) => provider.GetRequiredService<SearchReplies>().MoreAsync(context, token)));
        services.AddSingleton(new Responder(
            ResponderPlace.Search,
            SearchReplies.Concerns,
            static (provider, context, token) => provider.GetRequiredService<SearchReplies>().AnswerAsync(context, token)));
        return builder;
    }

    private static SearchReplies CreateReplies(IServiceProvider provider)
    {
        CatalogSource? source = provider.GetService<CatalogSource>();
        CatalogId configured = provider.GetRequiredService<IOptions<WhatsCommerceOptions>>().Value.CatalogId;
        return new SearchReplies(
            provider.GetRequiredService<ShopServices>(),
            provider.GetRequiredService<StorefrontSearch>(),
            source is null ? null : provider.GetRequiredService<ICatalogStore>(),
            source is null ? _ => Task.FromResult(configured) : source.StoredAsync,
            provider.GetRequiredService<Texts>());
    }
}
