using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce;
using WhatsCommerce.Messages;

namespace CrashTest;

/// <summary>Runs a campaign until it is completed. It is killed around its sends, and around what its store writes.</summary>
internal static class CampaignSender
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    // Short, since what a kill left behind is held to be under way that long; as short as it may be.
    private static readonly CampaignOptions Short = new()
    {
        BatchSize = 20,
        MaxConcurrency = 4,
        Lease = TimeSpan.FromSeconds(10),
        CheckInterval = TimeSpan.FromMilliseconds(500),
    };

    /// <summary>Runs the campaign; says <c>ready</c> first, and what its report says last.</summary>
    public static async Task RunAsync(string database, string schema, KillSwitch kill, int persons, Uri cloud)
    {
        ServiceCollection services = new();
        services.AddWhatsCommerce(options =>
        {
            options.BaseAddress = cloud;
            options.PhoneNumberId = "106540352242922";
            options.AccessToken = "local-cloud-api-token";
            options.Timeout = TimeSpan.FromSeconds(5);
            options.Retry.TotalTime = TimeSpan.FromSeconds(3);
            options.Retry.BaseDelay = TimeSpan.FromMilliseconds(50);
        });
        services.AddWhatsCommercePostgreSql(database, options => options.Schema = schema).AddWhatsCommerceCampaigns();

        // Those of the app stand behind those that are killed.
        ServiceDescriptor store = services.Single(service => service.ServiceType == typeof(ICampaignStore));
        services.AddSingleton<ICampaignStore>(
            provider => new KilledCampaignStore((ICampaignStore)store.ImplementationFactory!(provider), kill));
        services.AddSingleton<ISendLedger>(provider => new KilledLedger(provider.GetRequiredService<PostgreSqlSendLedger>(), kill));
        await using ServiceProvider app = services.BuildServiceProvider();

        Console.WriteLine("ready");
        _ = Task.Run(App.EndWithTheTestAsync, CancellationToken.None);
        Campaigns campaigns = app.GetRequiredService<Campaigns>();
        CampaignReport report = await campaigns.RunAsync(CampaignList.Name, CampaignList.Of(persons), Short);
        while (report.State != CampaignState.Completed)
        {
            // What another process holds, or held when it was killed, is open until its lease is over.
            await Task.Delay(Pause, TimeProvider.System);
            report = await campaigns.RunAsync(CampaignList.Name, CampaignList.Of(persons), Short);
        }

        Console.WriteLine(report);
    }
}

/// <summary>The messages of the campaign, the same in each process. Every tenth person is listed twice.</summary>
public static class CampaignList
{
    /// <summary>The id of the campaign.</summary>
    public const string Name = "spring sale";

    /// <summary>How many entries are for a person who stands there under another id.</summary>
    public static int DuplicatesOf(int persons) => (persons + 9) / 10;

    /// <summary>The messages to so many persons.</summary>
    public static IEnumerable<CampaignMessage> Of(int persons)
    {
        for (int i = 0; i < persons; i++)
        {
            string number = i.ToString("0000", CultureInfo.InvariantCulture);
            yield return new CampaignMessage(number, $"+1650555{number}", Message.Text($"Hello {number}").Build());
            if (i % 10 == 0)
            {
                yield return new CampaignMessage(
                    $"again {number}", $"1 (650) 555-{number}", Message.Text($"Hello again {number}").Build());
            }
        }
    }
}
