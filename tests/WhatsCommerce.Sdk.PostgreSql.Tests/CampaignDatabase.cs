using Microsoft.Extensions.DependencyInjection;

namespace WhatsCommerce.Sdk.PostgreSql.Tests;

/// <summary>An app with campaigns on a schema.</summary>
internal static class CampaignDatabase
{
    public static ServiceProvider Campaigns(this TestDatabase database) => new ServiceCollection()
        .AddWhatsCommercePostgreSql(database.ConnectionString, options =>
        {
            options.Schema = database.Options.Schema;
            options.MigrateAtStart = true;
        })
        .AddWhatsCommerceCampaigns()
        .BuildServiceProvider();
}
