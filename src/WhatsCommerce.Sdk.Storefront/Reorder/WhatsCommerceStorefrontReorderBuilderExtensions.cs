namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds reordering to a storefront.</summary>
public static class WhatsCommerceStorefrontReorderBuilderExtensions
{
    /// <summary>
    /// Adds reordering, available as <see cref="Storefront.Reorder"/>: customers who ask for their usual order or their last order, with a
    /// button (<see cref="StorefrontReorder.ButtonOf"/>) or in words (<see cref="StorefrontText.UsualWords"/>,
    /// <see cref="StorefrontText.LastOrderWords"/>), get a list of products. Adds the checkout too.
    /// </summary>
    /// <remarks>
    /// Words are handled as a reply like those of <c>AddReply</c>: several replies are tried in the order in which they were added.
    /// </remarks>
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
