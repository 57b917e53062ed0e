using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Benchmarks.Measuring;
using WhatsCommerce.Messages;

namespace WhatsCommerce.Benchmarks;

/// <summary>
/// Compares a campaign of personal messages with single sends of the same messages with keys, as many at a time, to a loopback server and
/// with the same ledger in a SQLite file.
/// </summary>
internal static class CampaignComparisons
{
    private const string LargeCampaign = "WHATSCOMMERCE_BENCHMARK_CAMPAIGN";
    private const int MessagesOfATurn = 500;
    private const int MessagesInMemory = 100_000;
    private const int MostAtOnce = 16;
    private const long MostMemory = 16 * 1024 * 1024;

    private static int s_campaigns;

    public static Topic Topic { get; } = new("campaign", ["campaign"], Turns: 30, Processes: 1, PrepareAsync);

    private static async Task<Stage> PrepareAsync()
    {
        ServerProcess server = await LoopbackServer.StartAsync();

        // These objects, and the file, live as long as the process.
        string folder = Directory.CreateTempSubdirectory("whatscommerce-campaign-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        ServiceCollection services = new();
        services.AddWhatsCommerce(options =>
        {
            options.BaseAddress = server.Address;
            options.PhoneNumberId = "106540352242922";
            options.AccessToken = "EAAbenchmark";
        });
        services.AddWhatsCommerceSqlite($"Data Source={Path.Combine(folder, "campaign.db")}").AddWhatsCommerceCampaigns();
        ServiceProvider app = services.BuildServiceProvider();
        MessagesClient messages = app.GetRequiredService<WhatsCommerceClient>().Messages;
        Campaigns campaigns = app.GetRequiredService<Campaigns>();

        // Memory is measured first, but not during the very first campaign.
        await RunAsync(campaigns, MessagesOfATurn);
        long growth = await HeapGrowth.OfAsync(() => RunAsync(campaigns, MessagesOfTheLargeOne()));
        return new Stage(
            [
                new(
                    "campaign",
                    "Send 500 personal messages as a campaign; heap while 100,000 are",
                    new Limits(1.15, Bytes: MostMemory),
                    new ProcessSubject(async () => await SendAsync(messages), server),
                    new ProcessSubject(async () => await RunAsync(campaigns, MessagesOfATurn), server))
                {
                    HeapGrowth = growth,
                },
            ],
            server)
        {
            MostWarmUpSteps = 20,
        };
    }

    private static async Task RunAsync(Campaigns campaigns, int count)
    {
        string id = Next();
        CampaignReport report = await campaigns.RunAsync(
            id, Source(count), new CampaignOptions { MaxConcurrency = MostAtOnce });
        if (report.State != CampaignState.Completed || report.Sent != count || report.Total != count)
        {
            throw new InvalidOperationException($"The report is not exact: {report}");
        }
    }

    private static async Task SendAsync(MessagesClient messages)
    {
        string id = Next();
        await Parallel.ForEachAsync(
            Source(MessagesOfATurn),
            new ParallelOptions { MaxDegreeOfParallelism = MostAtOnce },
            async (message, cancellationToken) => await messages.SendAsync(
                message.To, message.Message, new SendOptions { OnceKey = $"{id} {message.Id}" }, cancellationToken));
    }

    private static string Next() => string.Create(CultureInfo.InvariantCulture, $"campaign {++s_campaigns}");

    // Each message takes two commits of the file, so that the large one takes its minutes: for a quick look it can be made smaller.
    private static int MessagesOfTheLargeOne() =>
        int.TryParse(Environment.GetEnvironmentVariable(LargeCampaign), CultureInfo.InvariantCulture, out int set) ? set : MessagesInMemory;

    private static IEnumerable<CampaignMessage> Source(int count)
    {
        for (int i = 0; i < count; i++)
        {
            yield return new CampaignMessage(
                string.Create(CultureInfo.InvariantCulture, $"{i:000000}"),
                string.Create(CultureInfo.InvariantCulture, $"+1650{i:0000000}"),
                Message.Template("spring_offer", "en_US").Body($"Customer {i}", "15%").Build());
        }
    }
}
