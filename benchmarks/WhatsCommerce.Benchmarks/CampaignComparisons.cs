using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Benchmarks.Measuring;
using WhatsCommerce.Messages;

namespace WhatsCommerce.Benchmarks;

/// <summary>
/// Compares a campaign of personal messages with single sends of the same messages with keys, as many at a time, to a loopback server and
/// with the same ledger in a SQLite file: as fast as the server answers, and at the pace of a number.
/// </summary>
internal static class CampaignComparisons
{
    private const string LargeCampaign = "WHATSCOMMERCE_BENCHMARK_CAMPAIGN";
    private const int MessagesOfATurn = 500;
    private const int MessagesInMemory = 100_000;
    private const int Rate = 80;
    private const int SecondsOfAPacedTurn = 3;
    private const int MostAtOnce = 16;
    private const long MostMemory = 16 * 1024 * 1024;

    private static int s_campaigns;

    public static Topic Topic { get; } = new("campaign", ["campaign"], Turns: 30, Processes: 1, PrepareAsync);

    public static Topic PacedTopic { get; } = new("campaign-pace", ["campaign-pace"], Turns: 15, Processes: 1, PreparePacedAsync);

    private static async Task<Stage> PrepareAsync()
    {
        ServerProcess server = await LoopbackServer.StartAsync();
        (MessagesClient messages, Campaigns campaigns) = Open(server);

        // Memory is measured first, but not during the very first campaign.
        await RunAsync(campaigns, MessagesOfATurn);
        long growth = await HeapGrowth.OfAsync(() => RunAsync(campaigns, MessagesOfTheLargeOne()));
        return new Stage(
            [
                new(
                    "campaign",
                    "Send 500 personal messages as a campaign; heap while 100,000 are",
                    new Limits(1.15, Bytes: MostMemory),
                    new ProcessSubject(async () => await SendAsync(messages, MessagesOfATurn), server),
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

    private static async Task<Stage> PreparePacedAsync()
    {
        const int Messages = Rate * SecondsOfAPacedTurn;
        ServerProcess server = await LoopbackServer.StartAsync();
        (MessagesClient messages, Campaigns campaigns) = Open(server, Rate);

        // The heap in place of the allocated bytes, which take a hundred turns.
        await RunAsync(campaigns, Messages);
        long growth = await HeapGrowth.OfAsync(() => RunAsync(campaigns, Messages));
        return new Stage(
            [
                new(
                    "campaign-pace",
                    $"Send {Messages} personal messages at {Rate} a second as a campaign",
                    new Limits(1.15),
                    new ProcessSubject(async () => await SendAsync(messages, Messages), server),
                    new ProcessSubject(async () => await RunAsync(campaigns, Messages), server))
                {
                    HeapGrowth = growth,
                },
            ],
            server)
        {
            FewestWarmUpSteps = 4,
            MostWarmUpSteps = 6,
        };
    }

    private static (MessagesClient Messages, Campaigns Campaigns) Open(ServerProcess server, int? rate = null)
    {
        // These objects, and the file, live as long as the process.
        string folder = Directory.CreateTempSubdirectory("whatscommerce-campaign-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        ServiceCollection services = new();
        services.AddWhatsCommerce(options =>
        {
            options.BaseAddress = server.Address;
            options.PhoneNumberId = "106540352242922";
            options.AccessToken = "EAAbenchmark";
            options.Pacing.MessagesPerSecond = rate;
        });
        services.AddWhatsCommerceSqlite($"Data Source={Path.Combine(folder, "campaign.db")}").AddWhatsCommerceCampaigns();
        ServiceProvider app = services.BuildServiceProvider();
        return (app.GetRequiredService<WhatsCommerceClient>().Messages, app.GetRequiredService<Campaigns>());
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

    private static async Task SendAsync(MessagesClient messages, int count)
    {
        string id = Next();
        await Parallel.ForEachAsync(
            Source(count),
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
