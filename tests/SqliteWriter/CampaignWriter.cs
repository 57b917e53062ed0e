using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Messages;

namespace SqliteWriter;

/// <summary>Runs a campaign of personal messages, and says what became of each as soon as it knows.</summary>
internal static class CampaignWriter
{
    private const string Campaign = "spring sale";

    public static async Task RunAsync(string connectionString, int messages, Uri address, TimeSpan passed, bool settles)
    {
        ServiceCollection services = new();
        services.AddSingleton<TimeProvider>(new LaterClock(passed));
        services.AddWhatsCommerce(options =>
        {
            options.BaseAddress = address;
            options.PhoneNumberId = "106540352242922";
            options.AccessToken = "EAAtest";
            options.Timeout = TimeSpan.FromMinutes(10);
        });
        services.AddWhatsCommerceSqlite(connectionString).AddWhatsCommerceCampaigns();
        await using ServiceProvider app = services.BuildServiceProvider();

        Campaigns campaigns = app.GetRequiredService<Campaigns>();
        if (settles)
        {
            // What arrived has told its status; the rest did not.
            await foreach (CampaignEntry entry in campaigns.ListAsync(Campaign, CampaignMessageState.Unknown))
            {
                await campaigns.ResolveAsync(Campaign, entry.Id, sentAs: default);
            }
        }

        CampaignReport report = await campaigns.RunAsync(
            Campaign,
            Enumerable.Range(0, messages).Select(static i => new CampaignMessage(
                FormattableString.Invariant($"{i:0000}"),
                FormattableString.Invariant($"+1650555{i:0000}"),
                Message.Text(FormattableString.Invariant($"Hello {i:0000}")).Build())
            {
                Fallback = Message.Template("come_back", "en_US").Body(FormattableString.Invariant($"Hello again {i:0000}")).Build(),
            }),
            new CampaignOptions { BatchSize = 20, MaxConcurrency = 4, OnResult = static result => Tell("result", (int)result.Index) });
        Tell("sent", (int)report.Sent);
        Tell("unknown", (int)report.Unknown);
        Tell("fallbacks", (int)report.FallbacksAfterFailure);
        Tell("open", (int)report.Open);
        Tell("total", (int)report.Total);
    }

    private static void Tell(string what, int number)
    {
        Console.WriteLine(FormattableString.Invariant($"{what} {number} 0"));
        Console.Out.Flush();
    }

    // What a process that was killed held, it holds no longer: hours have passed since.
    private sealed class LaterClock(TimeSpan passed) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + passed;
    }
}
