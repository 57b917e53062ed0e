using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using WhatsCommerce;
using WhatsCommerce.Storefronts;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Extension methods that map a shop's pages and the webhooks of its providers.</summary>
public static class WhatsCommerceStorefrontEndpointRouteBuilderExtensions
{
    private static readonly string[] Get = [HttpMethods.Get];
    private static readonly string[] Post = [HttpMethods.Post];

    /// <summary>Maps the pages to which customers come and return, and the webhooks of the providers.</summary>
    /// <remarks>
    /// <para>Below the prefix, with the id of an attempt to pay, which nobody can guess:</para>
    /// <list type="bullet">
    /// <item><description><c>GET return/{attempt}</c> and <c>GET cancel/{attempt}</c>: where providers send the customer back to. The
    /// attempt is settled (<see cref="StorefrontCheckout.SettleAsync"/>), and the page says how it stands. Nothing is taken from the
    /// query.</description></item>
    /// <item><description><c>GET pay/{attempt}</c>: the order and the ways to pay it; <c>POST pay/{attempt}/{provider}</c> chooses one, from
    /// the shop's own page only, and leads to the provider.</description></item>
    /// <item><description><c>POST webhooks/{provider}</c>: 200 when it was taken, 401 when it is not authentic, 404 for a provider that
    /// takes none, 408 and 413 when it is too slow or too large, 503 when it is to be repeated.</description></item>
    /// </list>
    /// <para>Pages hold no script, show of the customer nothing but the order, and are kept by no cache. Redirection to HTTPS and HSTS are
    /// the app's. If the app requires authenticated users everywhere, add <c>AllowAnonymous()</c>; limits of requests are added as for
    /// any endpoint, with <c>RequireRateLimiting(...)</c>.</para>
    /// <para>Set <see cref="StorefrontOptions.PublicAddress"/> to where this is reached from outside, so that providers know it.</para>
    /// </remarks>
    /// <param name="endpoints">The app.</param>
    /// <param name="prefix">The first part of the routes, such as <c>/shop</c>.</param>
    /// <returns>A builder for adding conventions to all these endpoints.</returns>
    /// <exception cref="InvalidOperationException">
    /// There is no storefront, it has no checkout, or two receivers take the webhooks of one provider.
    /// </exception>
    /// <exception cref="OptionsValidationException">The options are invalid; the message says how to fix them.</exception>
    public static IEndpointConventionBuilder MapWhatsCommerceStorefront(
        this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string prefix)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(prefix);
        IServiceProvider services = endpoints.ServiceProvider;
        Storefront shop = services.GetService<Storefront>() ?? throw new InvalidOperationException(
            $"There is no storefront for \"{prefix}\": call builder.Services.AddWhatsCommerceStorefront(section) before builder.Build().");

        StorefrontOptions shopOptions = services.GetRequiredService<IOptions<StorefrontOptions>>().Value;
        StorefrontPagesOptions options = services.GetRequiredService<IOptions<StorefrontPagesOptions>>().Value;
        ILogger logger = services.GetRequiredService<ILoggerFactory>().CreateLogger(PagesLog.Category);
        TimeProvider time = services.GetRequiredService<TimeProvider>();
        CancellationToken stopping = services.GetService<IHostApplicationLifetime>()?.ApplicationStopping ?? CancellationToken.None;
        AttemptPages pages = new(
            new PageTexts(options, shopOptions.Language), shop.Checkout.Providers, ChatOf(options));
        PageRequestHandler visits = new(
            shop, pages, new PageWriter(options.ShopName), new OwnPage(shopOptions.PublicAddress), options, time, logger, stopping);
        ProviderWebhookHandler webhooks = new(shop.Checkout.WebhookReceivers, options, time, logger, stopping);

        RouteGroupBuilder group = endpoints.MapGroup(prefix);
        group.MapMethods("return/{attempt}", Get, visits.ReturnAsync).WithDisplayName($"Storefront {prefix}: return");
        group.MapMethods("cancel/{attempt}", Get, visits.CancelAsync).WithDisplayName($"Storefront {prefix}: cancel");
        group.MapMethods("pay/{attempt}", Get, visits.PayAsync).WithDisplayName($"Storefront {prefix}: pay");
        group.MapMethods("pay/{attempt}/go", Get, visits.GoAsync).WithDisplayName($"Storefront {prefix}: to the provider");
        group.MapMethods("pay/{attempt}/{provider}", Post, visits.ChooseAsync).WithDisplayName($"Storefront {prefix}: choose");
        group.MapMethods("webhooks/{provider}", Post, webhooks.HandleAsync).WithDisplayName($"Storefront {prefix}: webhooks");
        return group;
    }

    private static Uri? ChatOf(StorefrontPagesOptions options) =>
        PhoneNumber.TryParse(options.WhatsAppNumber, out PhoneNumber number) ? new Uri($"https://wa.me/{number.Digits}") : null;
}
