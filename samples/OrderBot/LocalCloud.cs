using WhatsCommerce;
using WhatsCommerce.Testing;

namespace OrderBot;

/// <summary>Takes Meta's place on this machine: a local Cloud API with the shop's products in its catalog.</summary>
internal static class LocalCloud
{
    public static async Task<CloudApiEmulator> StartAsync(WebApplicationBuilder builder)
    {
        CloudApiEmulator cloud = await CloudApiEmulator.StartAsync();
        foreach (Product product in Shop.Products)
        {
            cloud.Catalog.Add(product.Id, product.Title, product.Price);
        }

        // The same settings that a real account has, in the same place.
        WhatsCommerceOptions options = cloud.Options;
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["WhatsCommerce:BaseAddress"] = options.BaseAddress.ToString(),
            ["WhatsCommerce:AccessToken"] = options.AccessToken,
            ["WhatsCommerce:PhoneNumberId"] = options.PhoneNumberId,
            ["WhatsCommerce:CatalogId"] = options.CatalogId,
            ["WhatsCommerce:Webhooks:AppSecrets:0"] = cloud.AppSecret,
            ["WhatsCommerce:Webhooks:VerifyToken"] = cloud.VerifyToken,
        });
        return cloud;
    }
}
