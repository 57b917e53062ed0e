using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using WhatsCommerce;
using WhatsCommerce.Storefronts;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds providers of payments to a storefront.</summary>
/// <remarks>
/// They need <see cref="StorefrontOptions.PublicAddress"/>, and take webhooks at the routes that <c>MapWhatsCommerceStorefront</c> maps.
/// Each refuses keys of its test mode in the environment <c>Production</c> unless <see cref="ProviderOptions.AllowTestKeys"/> is set.
/// </remarks>
public static class WhatsCommerceStorefrontPaymentsBuilderExtensions
{
    /// <summary>Lets customers pay by PayPal, with options from configuration.</summary>
    /// <param name="builder">The storefront.</param>
    /// <param name="section">The section that holds the members of <see cref="PayPalOptions"/>.</param>
    /// <returns>The builder.</returns>
    public static WhatsCommerceStorefrontBuilder AddPayPal(this WhatsCommerceStorefrontBuilder builder, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(section);
        builder.Services.AddOptions<PayPalOptions>().Bind(section);
        return AddPayPal(builder);
    }

    /// <summary>Lets customers pay by PayPal, with options from code.</summary>
    /// <param name="builder">The storefront.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder.</returns>
    public static WhatsCommerceStorefrontBuilder AddPayPal(this WhatsCommerceStorefrontBuilder builder, Action<PayPalOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        builder.Services.AddOptions<PayPalOptions>().Configure(configure);
        return AddPayPal(builder);
    }

    /// <summary>Lets customers pay by Razorpay's payment links, with options from configuration.</summary>
    /// <param name="builder">The storefront.</param>
    /// <param name="section">The section that holds the members of <see cref="RazorpayOptions"/>.</param>
    /// <returns>The builder.</returns>
    public static WhatsCommerceStorefrontBuilder AddRazorpay(this WhatsCommerceStorefrontBuilder builder, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(section);
        builder.Services.AddOptions<RazorpayOptions>().Bind(section);
        return AddRazorpay(builder);
    }

    /// <summary>Lets customers pay by Razorpay's payment links, with options from code.</summary>
    /// <param name="builder">The storefront.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder.</returns>
    public static WhatsCommerceStorefrontBuilder AddRazorpay(
        this WhatsCommerceStorefrontBuilder builder, Action<RazorpayOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        builder.Services.AddOptions<RazorpayOptions>().Configure(configure);
        return AddRazorpay(builder);
    }

    private static WhatsCommerceStorefrontBuilder AddPayPal(WhatsCommerceStorefrontBuilder builder)
    {
        IServiceCollection services = builder.Services;
        if (!ProviderRegistration.Add<PayPalOptions>(services, "PayPal"))
        {
            return builder;
        }

        ProviderHttp.AddClient(services, PayPalApi.ProviderName);
        ProviderHttp.AddClient(services, PayPalCertificates.ClientName);
        services.AddSingleton<PayPalApi>();
        services.AddSingleton(static provider => new PayPalCertificates(
            provider.GetRequiredService<IHttpClientFactory>(),
            provider.GetRequiredService<IOptions<PayPalOptions>>().Value,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<LocalCertificateTrust>()));
        services.AddSingleton<ICheckoutProvider, PayPalProvider>();
        services.AddSingleton<IProviderWebhooks>(static provider => new PayPalWebhooks(
            provider.GetRequiredService<PayPalApi>(),
            provider.GetRequiredService<PayPalCertificates>(),
            provider.GetRequiredService<Storefront>().Checkout,
            provider.GetRequiredService<TimeProvider>()));
        return builder;
    }

    private static WhatsCommerceStorefrontBuilder AddRazorpay(WhatsCommerceStorefrontBuilder builder)
    {
        IServiceCollection services = builder.Services;
        if (!ProviderRegistration.Add<RazorpayOptions>(services, "Razorpay"))
        {
            return builder;
        }

        ProviderHttp.AddClient(services, RazorpayApi.ProviderName);
        services.AddSingleton<RazorpayApi>();
        services.AddSingleton<ICheckoutProvider, RazorpayProvider>();
        services.AddSingleton<IProviderWebhooks>(static provider => new RazorpayWebhooks(
            provider.GetRequiredService<RazorpayApi>(), provider.GetRequiredService<Storefront>().Checkout));
        return builder;
    }
}
