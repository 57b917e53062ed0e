using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
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

    /// <summary>Maps the pages to which customers come and return, and the webhooks of the providers.</summary>
    /// <remarks>
    /// <para>Below the prefix, with the id of an attempt to pay, which nobody can guess:</para>
    /// <list type="bullet">
    /// <item><description><c>GET return/{attempt}</c> and <c>GET cancel/{attempt}</c>: where providers send the customer back to. The
    /// attempt is settled (<see cref="StorefrontCheckout.SettleAsync"/>), and the page says how it stands. Nothing is taken from the
    /// query.</description></item>
    /// <item><description><c>GET pay/{attempt}</c>: the order and the ways to pay it; <c>POST pay/{attempt}/{provider}</c> chooses one,
    /// from the shop's own page only, and leads to the provider. When the goods cost something else by now, the page tells the old and the
    /// new total, and <c>POST pay/{attempt}/{provider}/confirm/{quote}</c> agrees to that quote and chooses.</description></item>
    /// <item><description><c>GET remind/{reminder}</c>, with reminders: the link of a reminder, which leads to the page that pays; that it
    /// was opened is recorded.</description></item>
    /// <item><description><c>POST webhooks/{provider}</c>: 200 when it was taken, 401 when it is not authentic, 404 for a provider that
    /// takes none, 408 and 413 when it is too slow or too large, 503 when it is to be repeated.</description></item>
    /// </list>
    /// <para>Of an app with several shops, those that have a name or are of a directory have the same routes behind their id:
    /// <c>{shop}/return/{attempt}</c>, <c>{shop}/webhooks/{provider}</c> and so on. A shop knows its own attempts only; those of another
    /// one are not found.</para>
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
