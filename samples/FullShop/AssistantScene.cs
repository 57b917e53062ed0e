using Samples;
using WhatsCommerce.Storefronts;
using WhatsCommerce.Testing;

namespace FullShop;

/// <summary>A customer searches in Spanish with a typo, lets the assistant propose a cart, and asks for a person.</summary>
internal static class AssistantScene
{
    public static async Task<EmulatedCustomer> PlayAsync(Storefront shop, LocalWorld world)
    {
        // The search index is updated from the imported catalog within seconds.
        await Waiting.ForAsync("the search to know the catalog", async () =>
            await shop.Search.SearchAsync("apples") is { Outcome: SearchOutcome.Found } found ? found : null);

        EmulatedCustomer lucia = world.Cloud.Customer("+34600123456", name: "Lucia");
        await SayAsync(lucia, world, "¿Tienen mansanas?");
        await SayAsync(lucia, world, "Prepáreme un desayuno para dos, por favor");
        await Transcript.ShopAsync(lucia, world.Cloud);
        await SayAsync(lucia, world, "Prefiero hablar con una persona");
        return lucia;
    }

    private static async Task SayAsync(EmulatedCustomer customer, LocalWorld world, string text)
    {
        Transcript.Customer(customer, text);
        await customer.SendTextAsync(text);
        await Transcript.ShopAsync(customer, world.Cloud);
    }
}
