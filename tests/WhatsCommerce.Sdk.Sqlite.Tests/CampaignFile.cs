using Microsoft.Extensions.DependencyInjection;

namespace WhatsCommerce.Sdk.Sqlite.Tests;

/// <summary>An app with campaigns on a file.</summary>
internal static class CampaignFile
{
    public static ServiceProvider Campaigns(this TestFile file) => new ServiceCollection()
        .AddWhatsCommerceSqlite(file.ConnectionString)
        .AddWhatsCommerceCampaigns()
        .BuildServiceProvider();
}
