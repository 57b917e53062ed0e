using WhatsCommerce.Benchmarks.Measuring;
using WhatsCommerce.Testing;

namespace WhatsCommerce.Benchmarks;

/// <summary>The local Cloud API in a process of its own: its catalogs and its garbage are not ours.</summary>
internal static class CloudServer
{
    public const string Command = "serve-cloud";

    public static Task<ServerProcess> StartAsync() => ServerProcess.StartAsync([Command]);

    public static async Task ServeAsync()
    {
        // Batches are done by the time anybody asks: what is measured is the upload, not a wait that somebody has set.
        await using CloudApiEmulator cloud = await CloudApiEmulator.StartAsync(new CloudApiEmulatorOptions { ProcessingTime = TimeSpan.Zero });
        await ServerProcess.AnswerAsync(cloud.BaseAddress);
    }
}
