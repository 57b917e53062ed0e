using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace WhatsCommerce.Sdk.PostgreSql.Tests;

/// <summary>An app with a storefront on a database, as one instance of several.</summary>
internal static class ShopOnPostgreSql
{
    public static ServiceProvider App(
        this TestDatabase database,
        Action<WhatsCommerceStorefrontBuilder>? rooms = null,
        bool? migrates = true,
        params DatabaseComponent[] components)
    {
        ServiceCollection services = new();
        services.AddWhatsCommerce(options => (options.PhoneNumberId, options.AccessToken) = ("106540352242922", "test"));
        services.AddWhatsCommerceWebhooks(options => options.AppSecrets.Add("0123456789abcdef"));
        WhatsCommerceStorefrontBuilder builder = services.AddWhatsCommerceStorefrontCore(static _ => { });
        builder.UsePostgreSql(database.Source, options =>
        {
            options.Schema = database.Options.Schema;
            options.MigrateAtStart = migrates;
        });
        (rooms ?? (static all => all.AddCheckout()))(builder);
        foreach (DatabaseComponent component in components)
        {
            services.AddSingleton(component);
        }

        return services.BuildServiceProvider();
    }

    /// <summary>The check of the tables, as the app's host runs it at start.</summary>
    public static async Task StartStoreAsync(this ServiceProvider app, CancellationToken cancellationToken)
    {
        foreach (IHostedService service in app.GetServices<IHostedService>().Where(service => service is not BackgroundService))
        {
            await service.StartAsync(cancellationToken);
        }
    }
}
