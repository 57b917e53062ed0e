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
    /// <param name="section">The section that holds the members of <see cref="StorefrontPagesOptions"/>.</param>
    /// <returns>The builder.</returns>
    public static WhatsCommerceStorefrontBuilder AddPages(this WhatsCommerceStorefrontBuilder builder, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(section);
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
