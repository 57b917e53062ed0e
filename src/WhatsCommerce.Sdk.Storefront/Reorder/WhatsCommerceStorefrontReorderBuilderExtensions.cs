using Microsoft.Extensions.Options;
using WhatsCommerce;
using WhatsCommerce.Storefronts;

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
        IServiceCollection services = builder.Services;
        if (services.Any(service => service.ServiceType == typeof(StorefrontReorder)))
        {
            return builder;
        }

        builder.AddCheckout();
        services.AddSingleton(CreateMessages);
        services.AddSingleton(static provider => new StorefrontReorder(
            provider.GetRequiredService<ShopServices>(),
            new ReorderCatalog(
                provider.GetRequiredService<ShopServices>(),
                StorefrontServices.Prices(provider),
                provider.GetService<CatalogSource>() is null ? null : provider.GetRequiredService<ICatalogStore>()),
            new OrderedTogether(provider.GetRequiredService<ShopServices>()),
            provider.GetRequiredService<ReorderMessages>(),
            provider.GetRequiredService<CustomerKnowledge>(),
            provider.GetRequiredService<WhatsCommerceClient>()));
        services.AddSingleton(static provider => new ReorderReplies(
            provider.GetRequiredService<StorefrontReorder>(),
            provider.GetRequiredService<ReorderMessages>(),
            provider.GetRequiredService<Texts>()));
        services.AddSingleton(new Responder(
            ResponderPlace.Button,
            ReorderReplies.IsButton,
            static (provider, context, token) => provider.GetRequiredService<ReorderReplies>().PressAsync(context, token)));
        services.AddSingleton(new Responder(
            ResponderPlace.Reply,
            ReorderReplies.MayBe,
            static (provider, context, token) => provider.GetRequiredService<ReorderReplies>().ReplyAsync(context, token)));
        return builder;
    }

    private static ReorderMessages CreateMessages(IServiceProvider provider)
    {
        CatalogSource? source = provider.GetService<CatalogSource>();
        CatalogId configured = provider.GetRequiredService<IOptions<WhatsCommerceOptions>>().Value.CatalogId;
        return new ReorderMessages(
            source is null ? _ => Task.FromResult(configured) : source.StoredAsync, provider.GetRequiredService<Texts>());
    }
}
