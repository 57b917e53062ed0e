using WhatsCommerce.Benchmarks.Measuring;
using WhatsCommerce.Testing;

namespace WhatsCommerce.Benchmarks;

/// <summary>Runs the local Cloud API in its own process, so that its catalogs and its garbage are not in the measured process.</summary>
internal static class CloudServer
{
    public const string Command = "serve-cloud";

    public static Task<ServerProcess> StartAsync() => ServerProcess.StartAsync([Command]);

    public static async Task ServeAsync()
    {
        // Batches are processed at once: the upload is measured, not a configured delay.
        CloudApiEmulatorOptions options = new() { ProcessingTime = TimeSpan.Zero };
        await using CloudApiEmulator cloud = await CloudApiEmulator.StartAsync(options);
        await ServerProcess.AnswerAsync(cloud.BaseAddress);
    }
}
