using Microsoft.Extensions.Configuration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds payment providers to a storefront.</summary>
/// <remarks>
/// They require <see cref="StorefrontOptions.PublicAddress"/>, and receive webhooks at the routes that <c>MapWhatsCommerceStorefront</c>
/// maps. Each rejects test-mode keys in the environment <c>Production</c> unless <see cref="ProviderOptions.AllowTestKeys"/> is set.
/// </remarks>
public static class WhatsCommerceStorefrontPaymentsBuilderExtensions
{
    /// <summary>Adds PayPal as a way to pay, with options from configuration.</summary>
    /// <param name="builder">The storefront.</param>
    /// <param name="configuration">
    /// The section that holds the members of <see cref="PayPalOptions"/>, or the configuration of the app, of which
    /// <c>WhatsCommerce:PayPal</c> is taken.
    /// </param>
    /// <returns>The builder.</returns>
    public static WhatsCommerceStorefrontBuilder AddPayPal(this WhatsCommerceStorefrontBuilder builder, IConfiguration configuration)
    {
        (IConfiguration section, string? path) = ShopSections.Take<PayPalOptions>(
            builder, configuration, "WhatsCommerce:PayPal", nameof(AddPayPal), static options => options.Problems().Any());
        builder.Services.AddOptions<PayPalOptions>(builder.Name)
            .Configure(options => options.SectionPath = path)
            .Bind(section);
        return AddPayPal(builder);
    }

    /// <summary>Adds PayPal as a way to pay, with options from code.</summary>
    /// <param name="builder">The storefront.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder.</returns>
    public static WhatsCommerceStorefrontBuilder AddPayPal(this WhatsCommerceStorefrontBuilder builder, Action<PayPalOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        builder.Services.AddOptions<PayPalOptions>(builder.Name).Configure(configure);
        return AddPayPal(builder);
    }

    /// <summary>Adds Razorpay payment links as a way to pay, with options from configuration.</summary>
    /// <param name="builder">The storefront.</param>
    /// <param name="configuration">
    /// The section that holds the members of <see cref="RazorpayOptions"/>, or the configuration of the app, of which
    /// <c>WhatsCommerce:Razorpay</c> is taken.
    /// </param>
    /// <returns>The builder.</returns>
    public static WhatsCommerceStorefrontBuilder AddRazorpay(this WhatsCommerceStorefrontBuilder builder, IConfiguration configuration)
    {
        (IConfiguration section, string? path) = ShopSections.Take<RazorpayOptions>(
            builder, configuration, "WhatsCommerce:Razorpay", nameof(AddRazorpay), static options => options.Problems().Any());
        builder.Services.AddOptions<RazorpayOptions>(builder.Name)
            .Configure(options => options.SectionPath = path)
            .Bind(section);
        return AddRazorpay(builder);
    }

    /// <summary>Adds Razorpay payment links as a way to pay, with options from code.</summary>
    /// <param name="builder">The storefront.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder.</returns>
    public static WhatsCommerceStorefrontBuilder AddRazorpay(
        this WhatsCommerceStorefrontBuilder builder, Action<RazorpayOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        builder.Services.AddOptions<RazorpayOptions>(builder.Name).Configure(configure);
        return AddRazorpay(builder);
    }

    /// <summary>
    /// Adds payments within WhatsApp, with options from configuration: through a payment gateway in India, and in Brazil when the app
    /// registers an <see cref="IPixSource"/> as a singleton.
    /// </summary>
    /// <param name="builder">The storefront.</param>
    /// <param name="configuration">
    /// The section that holds the members of <see cref="WhatsAppPaymentsOptions"/>, or the configuration of the app, of which
    /// <c>WhatsCommerce:WhatsAppPayments</c> is taken.
    /// </param>
    /// <returns>The builder.</returns>
    public static WhatsCommerceStorefrontBuilder AddWhatsAppPayments(
        this WhatsCommerceStorefrontBuilder builder, IConfiguration configuration)
    {
        (IConfiguration section, string? path) = ShopSections.Take<WhatsAppPaymentsOptions>(
            builder, configuration, "WhatsCommerce:WhatsAppPayments", nameof(AddWhatsAppPayments));
        builder.Services.AddOptions<WhatsAppPaymentsOptions>(builder.Name)
            .Configure(options => options.SectionPath = path)
            .Bind(section);
        return AddWhatsAppPayments(builder);
    }

    /// <summary>
    /// Adds payments within WhatsApp, with options from code: through a payment gateway in India, and in Brazil when the app registers an
    /// <see cref="IPixSource"/> as a singleton.
    /// </summary>
    /// <param name="builder">The storefront.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder.</returns>
    public static WhatsCommerceStorefrontBuilder AddWhatsAppPayments(
        this WhatsCommerceStorefrontBuilder builder, Action<WhatsAppPaymentsOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        builder.Services.AddOptions<WhatsAppPaymentsOptions>(builder.Name).Configure(configure);
        return AddWhatsAppPayments(builder);
    }

    private static WhatsCommerceStorefrontBuilder AddWhatsAppPayments(WhatsCommerceStorefrontBuilder builder)
    {
        ShopBlueprint shop = builder.Shop;
        if (shop.Has<PaymentIntake>())
        {
            return builder;
        }

        IServiceCollection services = builder.Services;
        services.AddOptions<WhatsAppPaymentsOptions>(builder.Name).ValidateOnStart();
        if (builder.Blueprints.IsFirst(typeof(WhatsAppPaymentsOptions)))
        {
            services.AddSingleton<IValidateOptions<WhatsAppPaymentsOptions>>(
                static provider => new WhatsAppPaymentsCheck(storefront => provider.GetService<IPixSource>() is not null
                    || (storefront is { Length: > 0 } && provider.GetKeyedService<IPixSource>(storefront) is not null)));
        }

        builder.AddReplies();
        shop.Add<ICheckoutProvider>(static shop =>
        {
            WhatsAppPaymentsOptions options = shop.OptionsOf<WhatsAppPaymentsOptions>();
            ShopServices services = shop.Get<ShopServices>();
            return new WhatsAppProvider(
                options,
                options.Gateway is null ? null : new IndianGateway(options, services, shop.Get<ShopClients>()),
                shop.Find<IPixSource>(),
                services.Time);
        });
        shop.Add(static shop => new PaymentIntake(shop.Get<ShopServices>()));
        builder.HandleWebhook<StatusEvent, PaymentIntake>(
            "payments",
            PaymentIntake.Concerns,
            static (status, intake, _, cancellationToken) => intake.ReceiveAsync(status, cancellationToken));
        shop.Add(static shop => new CapturedStatus(shop.Get<ShopServices>(), shop.Get<CustomerMessages>(), shop.Get<Texts>()));
        builder.Handle<PaymentReceived>("payments", static (provider, received, cancellationToken) =>
            provider.GetRequiredService<CapturedStatus>().TellAsync(received, cancellationToken));
        return builder;
    }

    private static WhatsCommerceStorefrontBuilder AddPayPal(WhatsCommerceStorefrontBuilder builder)
    {
        if (!ProviderRegistration.Add<PayPalOptions>(builder, "PayPal"))
        {
            return builder;
        }

        ProviderRegistration.AddClient(builder, PayPalApi.ProviderName);
        ProviderRegistration.AddClient(builder, PayPalCertificates.ClientName);
        ShopBlueprint shop = builder.Shop;
        shop.Add(static shop => new PayPalApi(
            shop.Get<IHttpClientFactory>(), shop.OptionsOf<PayPalOptions>(), shop.Get<TimeProvider>()));
        shop.Add(static shop => new PayPalCertificates(
            shop.Get<IHttpClientFactory>(),
            shop.OptionsOf<PayPalOptions>(),
            shop.Get<TimeProvider>(),
            shop.Find<LocalCertificateTrust>()));
        shop.Add<ICheckoutProvider>(static shop => new PayPalProvider(shop.Get<PayPalApi>()));
        shop.Add<IProviderWebhooks>(static shop => new PayPalWebhooks(
            shop.Get<PayPalApi>(), shop.Get<PayPalCertificates>(), shop.Get<ShopRooms>().Checkout, shop.Get<TimeProvider>()));
        return builder;
    }

    private static WhatsCommerceStorefrontBuilder AddRazorpay(WhatsCommerceStorefrontBuilder builder)
    {
        if (!ProviderRegistration.Add<RazorpayOptions>(builder, "Razorpay"))
        {
            return builder;
        }

        ProviderRegistration.AddClient(builder, RazorpayApi.ProviderName);
        ShopBlueprint shop = builder.Shop;
        shop.Add(static shop => new RazorpayApi(shop.Get<IHttpClientFactory>(), shop.OptionsOf<RazorpayOptions>()));
        shop.Add<ICheckoutProvider>(static shop => new RazorpayProvider(shop.Get<RazorpayApi>(), shop.Get<TimeProvider>()));
        shop.Add<IProviderWebhooks>(static shop => new RazorpayWebhooks(shop.Get<RazorpayApi>(), shop.Get<ShopRooms>().Checkout));
        return builder;
    }
}
