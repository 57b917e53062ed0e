// Uploads products into the catalog, and sends a template message to many customers.
//
//   dotnet run -- upload products.json
//   dotnet run -- campaign spring_offer en_US customers.txt     once to each customer, however often it is run
//   dotnet run -- demo                                          both, against a local Cloud API
//
// The settings are those of appsettings.json; secrets come from environment variables (WhatsCommerce__AccessToken).
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using WhatsCommerce;
using WhatsCommerce.Testing;
using WhatsCommerceWorker;

HostApplicationBuilder builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings
{
    ContentRootPath = AppContext.BaseDirectory,
});
bool isDemo = args is ["demo"];
await using CloudApiEmulator? cloud = isDemo ? await CloudApiEmulator.StartAsync() : null;
if (cloud is not null)
{
    builder.Configuration.AddInMemoryCollection(cloud.Configuration());
    cloud.Templates.Add(
        """{"name":"spring_offer","language":"en_US","category":"MARKETING","components":[{"type":"BODY","text":"Fresh today!"}]}""");
}

builder.Services.AddWhatsCommerce(builder.Configuration.GetSection("WhatsCommerce"));
if (!isDemo)
{
    // Records what was sent, so that an interrupted campaign is resumed.
    builder.Services.AddWhatsCommerceSqlite("Data Source=worker.db");
}

using IHost host = builder.Build();
WhatsCommerceClient client = host.Services.GetRequiredService<WhatsCommerceClient>();
string folder = AppContext.BaseDirectory;

switch (args)
{
    case ["upload", string file]:
        return await Upload.RunAsync(client, file);

    case ["campaign", string template, string language, string file]:
        return await Campaign.RunAsync(client, template, language, file);

    case ["demo"]:
        int uploaded = await Upload.RunAsync(client, Path.Combine(folder, "products.json"));
        int sent = await Campaign.RunAsync(client, "spring_offer", "en_US", Path.Combine(folder, "customers.txt"));
        return uploaded + sent;

    default:
        Console.Error.WriteLine("Say: upload <products.json>, campaign <template> <language> <customers.txt>, or demo.");
        return 2;
}
