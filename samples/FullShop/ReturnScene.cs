using Samples;
using WhatsCommerce;
using WhatsCommerce.Storefronts;
using WhatsCommerce.Testing;

namespace FullShop;

/// <summary>A returning customer orders the usual again, at current prices.</summary>
internal static class ReturnScene
{
    public static async Task PlayAsync(Storefront shop, EmulatedCustomer regular, LocalWorld world)
    {
        world.Cloud.Catalog.Update("apple-1kg", apple => apple with { Price = new Money(3.19m, "USD") });
        await Demo.ImportAsync(shop);
        Transcript.Customer(regular, "The usual");
        await regular.SendTextAsync("The usual");
        await Transcript.ShopAsync(regular, world.Cloud);
    }
}
