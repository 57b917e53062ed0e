using WhatsCommerce.Testing;

namespace CatalogUpload;

/// <summary>Takes Meta's place on this machine.</summary>
internal static class Demo
{
    public static async Task<CloudApiEmulator> StartAsync()
    {
        CloudApiEmulator cloud = await CloudApiEmulator.StartAsync();

        // What nobody can know before it is sent: Meta tells it once it has worked on the item.
        cloud.Batches.RefuseItem("jam-plum", "The image could not be fetched.");
        return cloud;
    }
}
