using Microsoft.Extensions.DependencyInjection.Extensions;
using WhatsCommerce.Storefronts;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Extension methods that add the product search to a storefront.</summary>
public static class WhatsCommerceStorefrontSearchBuilderExtensions
{
    /// <summary>
    /// Adds the product search, reached as <see cref="Storefront.Search"/>. Register your own <see cref="IProductSearch"/> or
    /// <see cref="ISearchSwitches"/> as singletons to replace a part of it.
    /// </summary>
    /// <param name="builder">The storefront.</param>
    /// <param name="configure">Sets synonyms.</param>
    /// <returns>The builder.</returns>
    public static WhatsCommerceStorefrontBuilder AddSearch(
        this WhatsCommerceStorefrontBuilder builder, Action<StorefrontSearchOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        StorefrontSearchOptions options = new();
        configure?.Invoke(options);
        builder.Services.TryAddSingleton<IProductSearch>(_ => new MemoryProductSearch(options.Synonyms, options.UseCommonNames));
        builder.Services.TryAddSingleton<ISearchSwitches, MemorySearchSwitches>();
        builder.Services.TryAddSingleton(static provider => new StorefrontSearch(
            provider.GetRequiredService<ShopServices>(),
            provider.GetRequiredService<IProductSearch>(),
            provider.GetRequiredService<ISearchSwitches>()));
        return builder;
    }
}
