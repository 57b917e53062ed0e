namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Lets customers order again.</summary>
public static class WhatsCommerceStorefrontReorderBuilderExtensions
{
    /// <summary>
    /// Answers customers who ask for the usual or for their last order, by a button (<see cref="StorefrontReorder.ButtonOf"/>) or in words
    /// (<see cref="StorefrontText.UsualWords"/>, <see cref="StorefrontText.LastOrderWords"/>), by a list of products. Reached as
    /// <see cref="Storefront.Reorder"/>. Adds the checkout.
    /// </summary>
    /// <remarks>In words it is a reply like those of <c>AddReply</c>: of several, the one that was added first is asked first.</remarks>
    /// <param name="builder">The storefront.</param>
    /// <returns>The builder.</returns>
    public static WhatsCommerceStorefrontBuilder AddReorder(this WhatsCommerceStorefrontBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ShopBlueprint shop = builder.Shop;
        if (shop.Has<StorefrontReorder>())
        {
            return builder;
        }

        builder.AddCheckout();
        shop.Add(CreateMessages);
        shop.Add(static shop => new StorefrontReorder(
            shop.Get<ShopServices>(),
            new ReorderCatalog(
                shop.Get<ShopServices>(),
                StorefrontServices.Prices(shop),
                shop.Find<CatalogSource>() is null ? null : shop.Get<ICatalogStore>()),
            new OrderedTogether(shop.Get<ShopServices>()),
            shop.Get<ReorderMessages>(),
            shop.Get<CustomerKnowledge>(),
            shop.Get<WhatsCommerceClient>()));
        shop.Add(static shop => new ReorderReplies(shop.Get<StorefrontReorder>(), shop.Get<ReorderMessages>(), shop.Get<Texts>()));
        shop.Add(static _ => new Responder(
            ResponderPlace.Button,
            ReorderReplies.IsButton,
            static (provider, context, token) => provider.GetRequiredService<ReorderReplies>().PressAsync(context, token)));
        shop.Add(static _ => new Responder(
            ResponderPlace.Reply,
            ReorderReplies.MayBe,
            static (provider, context, token) => provider.GetRequiredService<ReorderReplies>().ReplyAsync(context, token)));
        return builder;
    }

    private static ReorderMessages CreateMessages(ShopScope shop)
    {
        CatalogSource? source = shop.Find<CatalogSource>();
        CatalogId configured = shop.Get<ShopClients>().CatalogId;
        return new ReorderMessages(source is null ? _ => Task.FromResult(configured) : source.StoredAsync, shop.Get<Texts>());
    }
}
