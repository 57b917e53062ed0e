using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Sqlite.Tests;

/// <summary>An app with a storefront on a file.</summary>
internal static class ShopFile
{
    public static ServiceProvider App(this TestFile file, Action<WhatsCommerceStorefrontBuilder>? rooms = null)
    {
        ServiceCollection services = new();
        services.AddSingleton<TimeProvider>(file.Time);
        services.AddWhatsCommerceWebhooks(options => options.AppSecrets.Add("0123456789abcdef"));
        WhatsCommerceStorefrontBuilder builder = services.AddWhatsCommerceStorefrontCore(static _ => { });
        (rooms ?? (static all => all.AddCheckout()))(builder);
        builder.UseSqlite(file.ConnectionString);
        return services.BuildServiceProvider();
    }

    public static IStorefrontStore Shop(this ServiceProvider app) => app.GetRequiredService<IStorefrontStore>();
}
