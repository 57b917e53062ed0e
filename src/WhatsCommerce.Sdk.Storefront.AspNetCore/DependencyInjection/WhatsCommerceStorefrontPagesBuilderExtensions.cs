using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using WhatsCommerce.Storefronts;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Extension methods that set the options of the shop's pages.</summary>
/// <remarks>The pages themselves are mapped by <c>app.MapWhatsCommerceStorefront("/shop")</c>, with or without options.</remarks>
public static class WhatsCommerceStorefrontPagesBuilderExtensions
{
    /// <summary>Sets the options of the shop's pages from configuration.</summary>
    /// <param name="builder">The storefront.</param>
    /// <param name="configuration">
    /// The section that holds the members of <see cref="StorefrontPagesOptions"/>, or the configuration of the app, of which
    /// <c>WhatsCommerce:Storefront:Pages</c> is taken.
    /// </param>
    /// <returns>The builder.</returns>
    public static WhatsCommerceStorefrontBuilder AddPages(this WhatsCommerceStorefrontBuilder builder, IConfiguration configuration)
    {
        (IConfiguration section, _) = ShopSections.Take<StorefrontPagesOptions>(
            builder, configuration, "WhatsCommerce:Storefront:Pages", nameof(AddPages));
        builder.Services.AddOptions<StorefrontPagesOptions>(builder.Name).Bind(section);
        return AddChecks(builder);
    }

    /// <summary>Sets the options of the shop's pages from code.</summary>
    /// <param name="builder">The storefront.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder.</returns>
    public static WhatsCommerceStorefrontBuilder AddPages(
        this WhatsCommerceStorefrontBuilder builder, Action<StorefrontPagesOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        builder.Services.AddOptions<StorefrontPagesOptions>(builder.Name).Configure(configure);
        return AddChecks(builder);
    }

    private static WhatsCommerceStorefrontBuilder AddChecks(WhatsCommerceStorefrontBuilder builder)
    {
        builder.Services.AddOptions<StorefrontPagesOptions>(builder.Name).ValidateOnStart();
        builder.Services.TryAddEnumerable(
        [
            ServiceDescriptor.Singleton<IValidateOptions<StorefrontPagesOptions>, StorefrontPagesOptionsValidator>(),
            ServiceDescriptor.Singleton<IValidateOptions<StorefrontPagesOptions>, PagesCheck>(),
        ]);
        return builder;
    }
}
