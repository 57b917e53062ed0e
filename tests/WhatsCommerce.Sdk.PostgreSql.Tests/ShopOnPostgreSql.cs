using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.PostgreSql.Tests;

/// <summary>An app with a storefront on a database, as one instance of several.</summary>
internal static class ShopOnPostgreSql
{
    public static ServiceProvider App(this TestDatabase database, bool? migrates = true)
    {
        ServiceCollection services = new();
        services.AddWhatsCommerceWebhooks(options => options.AppSecrets.Add("0123456789abcdef"));
        services.AddWhatsCommerceStorefront(static _ => { }).UsePostgreSql(database.Source, options =>
        {
            options.Schema = database.Options.Schema;
            options.MigrateAtStart = migrates;
        });
        return services.BuildServiceProvider();
    }

    public static IStorefrontStore Shop(this ServiceProvider app) => app.GetRequiredService<IStorefrontStore>();
}
