using System.Diagnostics;
using System.Globalization;
using CrashTest;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WhatsCommerce.Messages;
using WhatsCommerce.Testing;

namespace WhatsCommerce.Sdk.PostgreSql.Tests.Crashes;

/// <summary>
/// Two processes run one campaign through a Cloud API that fails in every way, and are killed as by SIGKILL at moments that a seed chooses:
/// nobody gets a message twice, and the report is what the Cloud API has seen. What is unknown then was not sent; a third process settles
/// it and goes on, and everybody has exactly one message.
/// </summary>
/// <remarks>The seed is random and printed; <c>WHATSCOMMERCE_TEST_SEED</c> sets it. It repeats the plan, not the interleaving.</remarks>
[Collection(nameof(CrashTests))]
public sealed class CampaignCrashTests(ITestOutputHelper output) : IDisposable
{
    private const int Persons = 1_200;
    private const int Instances = 2;

    // Ends what hangs; some twenty times what it takes.
    private const int Deadline = 20 * 60 * 1000;

    private static readonly string[] Points =
        ["claimed", "intended", "accepted", "accepted", "stored", "settling", "settled", "anywhere"];

    private readonly AppProcesses _processes = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _processes.Dispose();

    [Fact(Timeout = Deadline)]
    public async Task Kill_AtAnyMomentOfACampaign_EverybodyGetsOneMessageAndTheReportIsExact()
    {
        int seed = int.TryParse(Environment.GetEnvironmentVariable("WHATSCOMMERCE_TEST_SEED"), CultureInfo.InvariantCulture, out int given)
            ? given
            : Random.Shared.Next();
        output.WriteLine($"Seed: {seed}");
        long begun = TimeProvider.System.GetTimestamp();
        await using TestDatabase database = TestDatabase.Require();
        await using CloudApiEmulator cloud = await ShopDatabase.StartCloudAsync(
            options => options.Latency = new LatencyRange(TimeSpan.Zero, TimeSpan.FromMilliseconds(40)));
        await using WebApplication app = await StartThirdAsync(database, cloud);
        cloud.Faults
            .AtRandom(0.02, EmulatedFault.TooManyRequests(TimeSpan.FromMilliseconds(100)), seed)
            .AtRandom(0.01, EmulatedFault.ServerError(FaultMoment.BeforeAccepting), seed + 1)
            .AtRandom(0.02, EmulatedFault.ServerError(FaultMoment.AfterAccepting), seed + 2)
            .AtRandom(0.01, EmulatedFault.ConnectionCut(FaultMoment.BeforeAccepting), seed + 3)
            .AtRandom(0.02, EmulatedFault.ConnectionCut(FaultMoment.AfterAccepting), seed + 4)
            .AtRandom(0.01, EmulatedFault.Error(131026, 400, "Message undeliverable"), seed + 5);

        string[][] kills = await Task.WhenAll(
            Enumerable.Range(0, Instances).Select(i => KillAgainAndAgainAsync(database, cloud, new Random(seed + i))));
        await Task.WhenAll(Enumerable.Range(0, Instances).Select(_ => RunToTheEndAsync(database, cloud)));
        await cloud.WhenDeliveredAsync(Cancel);
        Campaigns campaigns = app.Services.GetRequiredService<Campaigns>();
        CampaignReport report = (await campaigns.FindReportAsync(CampaignList.Name, Cancel))!;
        output.WriteLine($"""
            {report}
            Killed: {string.Join(", ", kills.SelectMany(all => all).CountBy(point => point).Select(one => $"{one.Value} x {one.Key}"))}
            {TimeProvider.System.GetElapsedTime(begun).TotalSeconds:0} s
            """);

        // Each message that was accepted told its statuses, and these settled what a kill or a fault had left unknown.
        AssertNoneTwice(cloud);
        int received = cloud.Customers.Count(customer => customer.Received.Count > 0);
        Assert.Equal(CampaignState.Completed, report.State);
        Assert.Equal((received, received), (report.Sent, report.Delivered));
        Assert.Equal((0, CampaignList.DuplicatesOf(Persons)), (report.Open, report.Duplicates));
        Assert.Equal(Persons - received, report.Unknown + report.NotSent);
        Assert.Equal([131026], report.NotSentByCode.Keys);

        // What must have happened, or the test would show nothing.
        Assert.True(kills.SelectMany(all => all).Count(point => point != "anywhere") >= Instances * 3);
        Assert.True(report.Unknown > 0);

        cloud.Faults.Clear();
        await SettleAsync(campaigns);
        await cloud.WhenDeliveredAsync(Cancel);
        report = (await campaigns.FindReportAsync(CampaignList.Name, Cancel))!;
        output.WriteLine($"{report}");

        AssertNoneTwice(cloud);
        Assert.Equal(Persons, cloud.Customers.Count(customer => customer.Received.Count == 1));
        Assert.Equal((CampaignState.Completed, Persons, Persons), (report.State, report.Sent, report.Delivered));
        Assert.Equal((0, 0, 0), (report.Open, report.Unknown, report.NotSent));
        Assert.Equal((CampaignList.DuplicatesOf(Persons), 0), (report.Duplicates, report.Failed));
    }

    private static void AssertNoneTwice(CloudApiEmulator cloud) =>
        Assert.All(cloud.Customers, customer => Assert.InRange(customer.Received.Count, 0, 1));

    /// <summary>Sends what was not sent so far: what was refused, and what is known now not to have been sent.</summary>
    private static async Task SettleAsync(Campaigns campaigns)
    {
        CampaignReport report;
        await campaigns.ReopenAsync(CampaignList.Name, cancellationToken: Cancel);
        do
        {
            // Not at the first try where the ledger still holds the send of a killed process to be under way.
            await foreach (CampaignEntry entry in campaigns.ListAsync(CampaignList.Name, CampaignMessageState.Unknown, Cancel))
            {
                await campaigns.ResolveAsync(CampaignList.Name, entry.Id, sentAs: default, Cancel);
            }

            report = await campaigns.RunAsync(CampaignList.Name, CampaignList.Of(Persons), cancellationToken: Cancel);
        }
        while (report.State != CampaignState.Completed || report.Unknown > 0);
    }

    /// <summary>The third process, which is this one: it receives the statuses, and is not killed.</summary>
    private static async Task<WebApplication> StartThirdAsync(TestDatabase database, CloudApiEmulator cloud)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddWhatsCommerce(cloud.Configure);
        builder.Services.AddWhatsCommerceCampaigns();
        builder.Services
            .AddWhatsCommerceWebhooks(options =>
            {
                options.AppSecrets.Add(ShopDatabase.Secret);
                options.VerifyToken = cloud.VerifyToken;
                options.MaxConcurrency = 16;
            })
            .UsePostgreSql(database.ConnectionString, options =>
            {
                options.Schema = database.Options.Schema;
                options.MigrateAtStart = true;
            })
            .RecordCampaigns();
        WebApplication app = builder.Build();
        app.MapWhatsCommerceWebhooks("/webhooks/whatsapp");
        await app.StartAsync(Cancel);
        await cloud.ConnectWebhookAsync(new Uri($"{app.Urls.Single()}/webhooks/whatsapp"), Cancel);
        return app;
    }

    private async Task<string[]> KillAgainAndAgainAsync(TestDatabase database, CloudApiEmulator cloud, Random random)
    {
        string[] plan = [.. Points];
        random.Shuffle(plan);
        for (int i = 0; i < plan.Length; i++)
        {
            int passes = plan[i] is "claimed" or "settling" or "settled" ? random.Next(1, 3) : random.Next(1, 20);
            Process sender = await StartAsync(database, cloud, plan[i], passes);

            // At any moment means from without; a process that does not come to its point ends the same way, late enough for a busy
            // machine.
            TimeSpan patience = plan[i] == "anywhere" ? TimeSpan.FromMilliseconds(random.Next(50, 900)) : TimeSpan.FromSeconds(20);
            await Task.WhenAny(sender.WaitForExitAsync(Cancel), Task.Delay(patience, TimeProvider.System, Cancel));
            plan[i] = sender.HasExited ? plan[i] : "anywhere";
            await AppProcesses.KillAsync(sender);
        }

        return plan;
    }

    private async Task RunToTheEndAsync(TestDatabase database, CloudApiEmulator cloud)
    {
        Process sender = await StartAsync(database, cloud, "never", 0);
        await sender.StandardOutput.ReadToEndAsync(Cancel);
        await sender.WaitForExitAsync(Cancel);
        Assert.Equal(0, sender.ExitCode);
    }

    private Task<Process> StartAsync(TestDatabase database, CloudApiEmulator cloud, string point, int passes) =>
        _processes.StartAppAsync("campaign", database.Options.Schema, point, $"{passes}", $"{Persons}", cloud.BaseAddress.ToString());
}
