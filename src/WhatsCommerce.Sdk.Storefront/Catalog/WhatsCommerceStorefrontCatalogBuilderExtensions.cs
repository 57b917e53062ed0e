using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the catalog module to a storefront.</summary>
/// <remarks>
/// To replace a part, register your own <see cref="ISkuMap"/> or <see cref="ICatalogStore"/> as singletons. Its options are
/// <see cref="StorefrontOptions.Catalog"/>.
/// </remarks>
public static class WhatsCommerceStorefrontCatalogBuilderExtensions
{
    /// <summary>
    /// Adds the catalog module: it imports the connected Meta catalog at the first start and keeps it up to date, prices carts from it, and
    /// handles the buttons of collections.
    /// </summary>
    /// <param name="builder">The storefront.</param>
    /// <returns>The builder.</returns>
    public static WhatsCommerceStorefrontBuilder AddCatalog(this WhatsCommerceStorefrontBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ShopBlueprint shop = builder.Shop;
        if (shop.Has<StorefrontCatalog>())
        {
            return builder;
        }

        builder.AddTables(CatalogTables.Catalog);
        builder.Services.TryAddSingleton(StorefrontServices.CreateCatalogStore);
        shop.AddDefault<ISkuMap>(static _ => SkuMap.Equality);
        shop.Add(static shop => new CatalogSource(
            shop.Get<WhatsCommerceClient>(),
            shop.Get<ShopServices>(),
            shop.Get<ICatalogStore>(),
            shop.Get<ISkuMap>(),
            shop.Get<ShopClients>().CatalogId));
        shop.Add(static shop => new CollectionComposer(
            shop.Get<ShopServices>(), shop.Get<ICatalogStore>(), shop.Get<CatalogSource>(), shop.Get<Texts>()));
        shop.Add(static shop => new StorefrontCatalog(
            shop.Get<ShopServices>(),
            shop.Get<ICatalogStore>(),
            shop.Get<CatalogSource>(),
            shop.Get<CollectionComposer>(),
            shop.Get<WhatsCommerceClient>()));
        shop.Add(static shop => new CatalogPrices(
            shop.Get<ShopServices>(), shop.Get<ICatalogStore>(), shop.Get<CatalogSource>()));
        shop.Add(static shop => new CollectionAnswers(shop.Get<CollectionComposer>(), shop.Get<Texts>()));
        shop.Add<IShopWork>(static shop => new CatalogWork(shop.Get<StorefrontCatalog>().Follower, shop.Get<ShopServices>()));
        builder.AddReplies();
        shop.Add(static _ => new Responder(
            ResponderPlace.Button,
            static message => CollectionButtons.Read(message.ButtonId) is not null,
            static (provider, context, token) => provider.GetRequiredService<CollectionAnswers>().AnswerAsync(context, token)));
        return builder;
    }
}
