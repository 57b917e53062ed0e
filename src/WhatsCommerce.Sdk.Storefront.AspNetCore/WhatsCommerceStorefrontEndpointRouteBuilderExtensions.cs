using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using WhatsCommerce.Storefronts;
using WhatsCommerce.Webhooks;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Extension methods that map a shop's pages and the webhooks of its providers.</summary>
public static class WhatsCommerceStorefrontEndpointRouteBuilderExtensions
{
    private static readonly string[] Get = [HttpMethods.Get];
    private static readonly string[] Post = [HttpMethods.Post];

    /// <summary>Maps the checkout pages of the shop and the webhooks of its payment providers.</summary>
    /// <remarks>
    /// <para>The routes below the prefix contain the unguessable id of a payment attempt:</para>
    /// <list type="bullet">
    /// <item><description><c>GET return/{attempt}</c> and <c>GET cancel/{attempt}</c>: the pages to which providers redirect the customer.
    /// The attempt is settled (<see cref="StorefrontCheckout.SettleAsync"/>), and the page shows its state. The query string is
    /// ignored.</description></item>
    /// <item><description><c>GET pay/{attempt}</c>: the order and the ways to pay it; <c>POST pay/{attempt}/{provider}</c> chooses one,
    /// only from the shop's own page, and redirects to the provider. If prices have changed, the page shows the old and the new total, and
    /// <c>POST pay/{attempt}/{provider}/confirm/{quote}</c> confirms that quote and chooses a provider.</description></item>
    /// <item><description><c>GET remind/{reminder}</c>, with reminders: the link of a reminder, which is recorded as opened and redirects
    /// to the payment page.</description></item>
    /// <item><description><c>POST webhooks/{provider}</c>: the webhooks of a provider. The response is 200 when the webhook was accepted,
    /// 401 when it is not authentic, 404 for a provider without webhooks, 408 or 413 when it is too slow or too large, 503 when it must be
    /// retried.</description></item>
    /// </list>
    /// <para>In an app with several shops, named shops and shops of a directory have the same routes below their id:
    /// <c>{shop}/return/{attempt}</c>, <c>{shop}/webhooks/{provider}</c> and so on. A shop finds only its own attempts.</para>
    /// <para>Pages contain no scripts, show no customer data except the order, and are not cached. HTTPS redirection and HSTS are up to the
    /// app. If the app requires authenticated users everywhere, add <c>AllowAnonymous()</c>; rate limiting is added as for any endpoint,
    /// with <c>RequireRateLimiting(...)</c>.</para>
    /// <para>Set <see cref="StorefrontOptions.PublicAddress"/> to the public address of these routes, which is passed to providers.</para>
    /// </remarks>
    /// <param name="endpoints">The app.</param>
    /// <param name="prefix">The first part of the routes, such as <c>/shop</c>.</param>
    /// <returns>A builder for adding conventions to all these endpoints.</returns>
    /// <exception cref="InvalidOperationException">
    /// There is no storefront, it has no checkout, or two receivers handle the webhooks of one provider.
    /// </exception>
    /// <exception cref="OptionsValidationException">The options are invalid; the message says how to fix them.</exception>
    public static IEndpointConventionBuilder MapWhatsCommerceStorefront(
        this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string prefix)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(prefix);
        IServiceProvider services = endpoints.ServiceProvider;
        if (services.GetService<IStorefrontFactory>() is null)
        {
            throw new InvalidOperationException(
                $"There is no storefront for \"{prefix}\": call builder.Services.AddWhatsCommerceStorefront(section) before "
                + "builder.Build().");
        }

        ShopPages shops = new(services);
        RouteGroupBuilder group = endpoints.MapGroup(prefix);
        if (services.GetService<IStorefrontDirectory>() is null && services.GetService<Storefront>() is Storefront shop)
        {
            ShopPages.Handlers only = shops.Of(shop);
            Map(group, "", prefix, page => context => page(only.Visits, context), only.Webhooks.HandleAsync);
        }

        Map(group, "{shop}/", prefix, shops.ForPage, shops.HandleWebhookAsync);
        return MappedRoute.Once(endpoints, group, services.GetService<StartChecks>(), nameof(MapWhatsCommerceStorefront));
    }

    private static void Map(
        RouteGroupBuilder group,
        string shop,
        string prefix,
        Func<Func<PageRequestHandler, HttpContext, Task>, RequestDelegate> page,
        RequestDelegate webhooks)
    {
        string name = $"Storefront {prefix}{(shop.Length == 0 ? "" : "/" + shop.TrimEnd('/'))}";
        group.MapMethods(shop + "return/{attempt}", Get, page(static (visits, context) => visits.ReturnAsync(context)))
            .WithDisplayName($"{name}: return");
        group.MapMethods(shop + "cancel/{attempt}", Get, page(static (visits, context) => visits.CancelAsync(context)))
            .WithDisplayName($"{name}: cancel");
        group.MapMethods(shop + "pay/{attempt}", Get, page(static (visits, context) => visits.PayAsync(context)))
            .WithDisplayName($"{name}: pay");
        group.MapMethods(shop + "pay/{attempt}/go", Get, page(static (visits, context) => visits.GoAsync(context)))
            .WithDisplayName($"{name}: to the provider");
        group.MapMethods(shop + "pay/{attempt}/{provider}", Post, page(static (visits, context) => visits.ChooseAsync(context)))
            .WithDisplayName($"{name}: choose");
        group.MapMethods(
                shop + "pay/{attempt}/{provider}/confirm/{quote}", Post, page(static (visits, context) => visits.ConfirmAsync(context)))
            .WithDisplayName($"{name}: agree to a price");
        group.MapMethods(shop + "remind/{reminder}", Get, page(static (visits, context) => visits.RemindAsync(context)))
            .WithDisplayName($"{name}: reminder");
        group.MapMethods(shop + "webhooks/{provider}", Post, webhooks).WithDisplayName($"{name}: webhooks");
    }
}
