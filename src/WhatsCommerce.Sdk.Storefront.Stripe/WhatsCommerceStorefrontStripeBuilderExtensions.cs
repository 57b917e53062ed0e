using Microsoft.Extensions.Configuration;
using WhatsCommerce.Storefronts;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds Stripe to a storefront.</summary>
/// <remarks>
/// Requires <see cref="StorefrontOptions.PublicAddress"/>, and rejects test-mode keys in the environment <c>Production</c> unless
/// <see cref="ProviderOptions.AllowTestKeys"/> is set.
/// </remarks>
public static class WhatsCommerceStorefrontStripeBuilderExtensions
{
    /// <summary>Adds Stripe Checkout as a way to pay, with options from configuration.</summary>
    /// <param name="builder">The storefront.</param>
    /// <param name="configuration">
    /// The section that holds the members of <see cref="StripeOptions"/>, or the configuration of the app, of which
    /// <c>WhatsCommerce:Stripe</c> is taken.
    /// </param>
    /// <returns>The builder.</returns>
    public static WhatsCommerceStorefrontBuilder AddStripe(this WhatsCommerceStorefrontBuilder builder, IConfiguration configuration)
    {
        (IConfiguration section, string? path) = ShopSections.Take<StripeOptions>(
            builder, configuration, "WhatsCommerce:Stripe", nameof(AddStripe), static options => options.Problems().Any());
        builder.Services.AddOptions<StripeOptions>(builder.Name)
            .Configure(options => options.SectionPath = path)
            .Bind(section);
        return AddStripe(builder);
    }

    /// <summary>Adds Stripe Checkout as a way to pay, with options from code.</summary>
    /// <param name="builder">The storefront.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder.</returns>
    public static WhatsCommerceStorefrontBuilder AddStripe(this WhatsCommerceStorefrontBuilder builder, Action<StripeOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        builder.Services.AddOptions<StripeOptions>(builder.Name).Configure(configure);
        return AddStripe(builder);
    }

    private static WhatsCommerceStorefrontBuilder AddStripe(WhatsCommerceStorefrontBuilder builder)
    {
        if (!ProviderRegistration.Add<StripeOptions>(builder, "Stripe"))
        {
            return builder;
        }

        ProviderRegistration.AddClient(builder, StripeApi.ProviderName);
        ShopBlueprint shop = builder.Shop;
        shop.Add(static shop => new StripeApi(shop.Get<IHttpClientFactory>(), shop.OptionsOf<StripeOptions>()));
        shop.Add<ICheckoutProvider>(static shop => new StripeProvider(shop.Get<StripeApi>()));
        shop.Add<IProviderWebhooks>(static shop => new StripeWebhooks(
            shop.Get<StripeApi>(), shop.Get<ShopRooms>().Checkout, shop.Get<TimeProvider>()));
        return builder;
    }
}
