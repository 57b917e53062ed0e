using Microsoft.Extensions.Configuration;
using WhatsCommerce.Storefronts;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds Stripe to a storefront.</summary>
/// <remarks>
/// It needs <see cref="StorefrontOptions.PublicAddress"/>, and refuses keys of the test mode in the environment <c>Production</c> unless
/// <see cref="ProviderOptions.AllowTestKeys"/> is set.
/// </remarks>
public static class WhatsCommerceStorefrontStripeBuilderExtensions
{
    /// <summary>Lets customers pay by Stripe Checkout, with options from configuration.</summary>
    /// <param name="builder">The storefront.</param>
    /// <param name="section">The section that holds the members of <see cref="StripeOptions"/>.</param>
    /// <returns>The builder.</returns>
    public static WhatsCommerceStorefrontBuilder AddStripe(this WhatsCommerceStorefrontBuilder builder, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(section);
        builder.Services.AddOptions<StripeOptions>().Bind(section);
        return AddStripe(builder);
    }

    /// <summary>Lets customers pay by Stripe Checkout, with options from code.</summary>
    /// <param name="builder">The storefront.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder.</returns>
    public static WhatsCommerceStorefrontBuilder AddStripe(this WhatsCommerceStorefrontBuilder builder, Action<StripeOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        builder.Services.AddOptions<StripeOptions>().Configure(configure);
        return AddStripe(builder);
    }

    private static WhatsCommerceStorefrontBuilder AddStripe(WhatsCommerceStorefrontBuilder builder)
    {
        IServiceCollection services = builder.Services;
        if (!ProviderRegistration.Add<StripeOptions>(services, "Stripe"))
        {
            return builder;
        }

        ProviderHttp.AddClient(services, StripeApi.ProviderName);
        services.AddSingleton<StripeApi>();
        services.AddSingleton<ICheckoutProvider, StripeProvider>();
        services.AddSingleton<IProviderWebhooks>(static provider => new StripeWebhooks(
            provider.GetRequiredService<StripeApi>(),
            provider.GetRequiredService<Storefront>().Checkout,
            provider.GetRequiredService<TimeProvider>()));
        return builder;
    }
}
