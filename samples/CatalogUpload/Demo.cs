using WhatsCommerce.Testing;

namespace CatalogUpload;

/// <summary>Starts the local Cloud API, which replaces Meta on this machine.</summary>
internal static class Demo
{
    public static async Task<CloudApiEmulator> StartAsync()
    {
        CloudApiEmulator cloud = await CloudApiEmulator.StartAsync();

        // An error that cannot be validated before sending: Meta reports it after it has processed the item.
        cloud.Batches.RefuseItem("jam-plum", "The image could not be fetched.");
        return cloud;
    }
}
