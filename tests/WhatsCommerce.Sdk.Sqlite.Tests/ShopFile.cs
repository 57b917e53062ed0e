using Microsoft.Extensions.DependencyInjection;

namespace WhatsCommerce.Sdk.Sqlite.Tests;

/// <summary>An app with a storefront on a file.</summary>
internal static class ShopFile
{
    public static ServiceProvider App(
        this TestFile file, Action<WhatsCommerceStorefrontBuilder> rooms, params DatabaseComponent[] components)
    {
        ServiceCollection services = new();
        services.AddSingleton<TimeProvider>(file.Time);
        services.AddWhatsCommerceWebhooks(options => options.AppSecrets.Add("0123456789abcdef"));
        WhatsCommerceStorefrontBuilder builder = services.AddWhatsCommerceStorefrontCore(static _ => { }).UseSqlite(file.ConnectionString);
        rooms(builder);
        foreach (DatabaseComponent component in components)
        {
            services.AddSingleton(component);
        }

        return services.BuildServiceProvider();
    }
}
