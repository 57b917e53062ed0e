using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using WhatsCommerce;
using WhatsCommerce.Storefronts;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the catalog to a storefront.</summary>
/// <remarks>
/// Its seams are services: register your own <see cref="ISkuMap"/> or <see cref="ICatalogStore"/> as singletons. Its options are
/// <see cref="StorefrontOptions.Catalog"/>.
/// </remarks>
public static class WhatsCommerceStorefrontCatalogBuilderExtensions
{
    /// <summary>
    /// Adds the catalog: the connected Meta catalog is imported at the first start and followed; carts are priced from it; collections
    /// are sent, and their buttons answered.
    /// </summary>
    /// <param name="builder">The storefront.</param>
    /// <returns>The builder.</returns>
    public static WhatsCommerceStorefrontBuilder AddCatalog(this WhatsCommerceStorefrontBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        IServiceCollection services = builder.Services;
        if (services.Any(service => service.ServiceType == typeof(StorefrontCatalog)))
        {
            return builder;
        }

        services.TryAddSingleton<ICatalogStore>(static _ => new MemoryCatalogStore());
        services.TryAddSingleton<ISkuMap>(SkuMap.Equality);
        services.AddSingleton(static provider => new CatalogSource(
            provider.GetRequiredService<WhatsCommerceClient>(),
            provider.GetRequiredService<ShopServices>(),
            provider.GetRequiredService<ICatalogStore>(),
            provider.GetRequiredService<ISkuMap>(),
            provider.GetRequiredService<IOptions<WhatsCommerceOptions>>().Value.CatalogId));
        services.AddSingleton(static provider => new CollectionSender(
            provider.GetRequiredService<WhatsCommerceClient>(),
            provider.GetRequiredService<ShopServices>(),
            provider.GetRequiredService<ICatalogStore>(),
            provider.GetRequiredService<CatalogSource>(),
            provider.GetRequiredService<Texts>()));
        services.AddSingleton(static provider => new StorefrontCatalog(
            provider.GetRequiredService<ShopServices>(),
            provider.GetRequiredService<ICatalogStore>(),
            provider.GetRequiredService<CatalogSource>(),
            provider.GetRequiredService<CollectionSender>()));
        services.AddSingleton(static provider => new CatalogPrices(
            provider.GetRequiredService<ShopServices>(),
            provider.GetRequiredService<ICatalogStore>(),
            provider.GetRequiredService<CatalogSource>()));
        services.AddSingleton(static provider => new CollectionAnswers(
            provider.GetRequiredService<CollectionSender>(),
            provider.GetRequiredService<Texts>(),
            provider.GetRequiredService<ShopServices>()));
        services.AddSingleton<IHostedService>(static provider => new CatalogWorker(
            provider.GetRequiredService<StorefrontCatalog>(), provider.GetRequiredService<ShopServices>()));
        builder.AddReplies();
        services.AddSingleton(new Responder(
            ResponderPlace.Button,
            static message => CollectionButtons.Read(message.ButtonId) is not null,
            static (provider, context, token) => provider.GetRequiredService<CollectionAnswers>().AnswerAsync(context, token)));
        return builder;
    }
}
