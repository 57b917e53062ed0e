using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace WhatsCommerce.Storefronts;

/// <summary>The pages and webhooks of each shop, created when first requested.</summary>
internal sealed class ShopPages(IServiceProvider services)
{
    private readonly ILogger _logger = services.GetRequiredService<ILoggerFactory>().CreateLogger(PagesLog.Category);
    private readonly TimeProvider _time = services.GetRequiredService<TimeProvider>();
    private readonly CancellationToken _stopping =
        services.GetService<IHostApplicationLifetime>()?.ApplicationStopping ?? CancellationToken.None;

    // A changed shop is a new object; the handlers of the old one are collected together with it.
    private readonly ConditionalWeakTable<Storefront, Handlers> _byShop = [];

    /// <summary>Returns the handlers of a shop.</summary>
    /// <exception cref="InvalidOperationException">
    /// The shop has no checkout, or two receivers handle the webhooks of one provider.
    /// </exception>
    public Handlers Of(Storefront shop) => _byShop.GetValue(shop, Make);

    /// <summary>Handles a request to a page of the shop in the URL.</summary>
    public RequestDelegate ForPage(Func<PageRequestHandler, HttpContext, Task> handle) => async context =>
    {
        if (await FindAsync(context).ConfigureAwait(false) is Handlers shop)
        {
            await handle(shop.Visits, context).ConfigureAwait(false);
            return;
        }

        PageWriter.Protect(context.Response);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
    };

    /// <summary>Handles a provider's webhook for the shop in the URL.</summary>
    public async Task HandleWebhookAsync(HttpContext context)
    {
        if (await FindAsync(context).ConfigureAwait(false) is Handlers shop)
        {
            await shop.Webhooks.HandleAsync(context).ConfigureAwait(false);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    private async ValueTask<Handlers?> FindAsync(HttpContext context)
    {
        Storefront? shop = context.Request.RouteValues["shop"] is string id
            ? await services.GetRequiredService<IStorefrontFactory>().FindAsync(id, context.RequestAborted).ConfigureAwait(false)
            : null;
        return shop is { HasCheckout: true } ? Of(shop) : null;
    }

    private Handlers Make(Storefront shop)
    {
        StorefrontOptions shopOptions = shop.GetOptions<StorefrontOptions>();
        StorefrontPagesOptions options = shop.GetOptions<StorefrontPagesOptions>();
        AttemptPages pages = new(new PageTexts(options, shopOptions.Language), shop.Checkout.Providers, ChatOf(options));
        return new Handlers(
            new PageRequestHandler(
                shop, pages, new PageWriter(options.ShopName), new OwnPage(shopOptions.PublicAddress), options, _time, _logger, _stopping),
            new ProviderWebhookHandler(shop.Checkout.WebhookReceivers, options, _time, _logger, _stopping));
    }

    private static Uri? ChatOf(StorefrontPagesOptions options) =>
        PhoneNumber.TryParse(options.WhatsAppNumber, out PhoneNumber number) ? new Uri($"https://wa.me/{number.Digits}") : null;

    /// <summary>The request handlers of one shop.</summary>
    internal sealed record Handlers(PageRequestHandler Visits, ProviderWebhookHandler Webhooks);
}
