using Samples;
using WhatsCommerce;
using WhatsCommerce.Storefronts;
using WhatsCommerce.Testing;

namespace FullShop;

/// <summary>A cart that was left comes back when the clock is turned by an hour; a customer of before asks for the usual.</summary>
internal static class ReturnScene
{
    public static async Task PlayAsync(Storefront shop, EmulatedCustomer regular, LocalWorld world)
    {
        EmulatedCustomer mia = world.Cloud.Customer("+447700900456", name: "Mia");
        Transcript.Customer(mia, "(sends a cart, and puts the phone away) 2 x baguette");
        await mia.SendCartAsync([("baguette", 2)]);
        await Transcript.ShopAsync(mia, world.Cloud);
        world.Clock.Turn(TimeSpan.FromHours(1));
        Transcript.Note("the clock is turned: an hour later");
        await Transcript.ShopAsync(mia, world.Cloud);

        world.Cloud.Catalog.Update("apple-1kg", apple => apple with { Price = new Money(3.19m, "USD") });
        await Demo.ImportAsync(shop);
        Transcript.Customer(regular, "The usual");
        await regular.SendTextAsync("The usual");
        await Transcript.ShopAsync(regular, world.Cloud);
    }
}
