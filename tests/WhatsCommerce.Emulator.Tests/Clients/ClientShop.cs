using WhatsCommerce.Testing;

namespace WhatsCommerce.Emulator.Tests.Clients;

/// <summary>
/// The local Cloud API as the command starts it, with the page before it, and what the scripts beside this file speak of.
/// </summary>
internal static class ClientShop
{
    public const string Phone = "16505551234";

    public static async Task<CloudApiEmulator> OpenAsync()
    {
        CloudApiEmulator cloud = await EmulatorPage.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        cloud.Catalog
            .Add("apple-1kg", "Apples, 1 kg", new Money(3.49m, "USD"))
            .Add("banana-1kg", "Bananas, 1 kg", new Money(1.99m, "USD"))
            .Add("bread", "Bread", new Money(4m, "USD"));
        return cloud;
    }

    public static EmulatedCustomer Pablo(this CloudApiEmulator cloud) => cloud.Customer("+" + Phone, name: "Pablo");
}
