using System.Diagnostics;
using System.Globalization;
using WhatsCommerce.Testing;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.PostgreSql.Tests.Crashes;

/// <summary>
/// Two instances of a shop answer 2,000 messages through a Cloud API that fails in every way, and are killed as by SIGKILL at moments that
/// a seed chooses, while a sender repeats what did not get 200: nobody gets an answer twice, and what the shop is told of its sends is
/// true.
/// </summary>
/// <remarks>The seed is random and printed; <c>WHATSCOMMERCE_TEST_SEED</c> sets it. It repeats the plan, not the interleaving.</remarks>
[Collection(nameof(CrashTests))]
public sealed class SendCrashTests(ITestOutputHelper output) : IDisposable
{
    private const int Events = 2_000;
    private const int Instances = 2;

    // Ends what hangs; some twenty times what it takes.
    private const int Deadline = 10 * 60 * 1000;

    private static readonly string[] Points = ["intended", "intended", "accepted", "accepted", "stored", "told", "anywhere", "anywhere"];

    private readonly AppProcesses _processes = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact(Timeout = Deadline)]
    public async Task Kill_AtAnyMomentOfManySends_NoAnswerTwiceAndNothingFalseIsTold()
    {
        int seed = int.TryParse(Environment.GetEnvironmentVariable("WHATSCOMMERCE_TEST_SEED"), CultureInfo.InvariantCulture, out int given)
            ? given
            : Random.Shared.Next();
        output.WriteLine($"Seed: {seed}");
        long begun = TimeProvider.System.GetTimestamp();
        await using TestDatabase database = await ShopDatabase.CreateAsync();
        await using CloudApiEmulator cloud = await ShopDatabase.StartCloudAsync(
            options => options.Latency = new LatencyRange(TimeSpan.Zero, TimeSpan.FromMilliseconds(20)));
        cloud.Faults
            .AtRandom(0.02, EmulatedFault.TooManyRequests(TimeSpan.FromMilliseconds(100)), seed)
            .AtRandom(0.005, EmulatedFault.ServerError(FaultMoment.BeforeAccepting), seed + 1)
            .AtRandom(0.02, EmulatedFault.ServerError(FaultMoment.AfterAccepting), seed + 2)
            .AtRandom(0.005, EmulatedFault.ConnectionCut(FaultMoment.BeforeAccepting), seed + 3)
            .AtRandom(0.02, EmulatedFault.ConnectionCut(FaultMoment.AfterAccepting), seed + 4)
            .AtRandom(0.01, EmulatedFault.Error(131026, 400, "Message undeliverable"), seed + 5);

        // Reserved from the first life to the last: whoever else got a port between two lives would get the deliveries.
        ReservedPort[] reserved = [.. Enumerable.Range(0, Instances).Select(_ => new ReservedPort())];
        int[] ports = [.. reserved.Select(port => port.Number)];
        Array.ForEach(reserved, port => port.LetListen());
        Process sender = _processes.Start(
            ["send", database.Options.Schema, $"{Events}", $"{(Instances * Points.Length) + 1}", $"{seed}", .. ports.Select(Address)]);
        string[][] kills =
            await Task.WhenAll(ports.Select((port, i) => KillAgainAndAgainAsync(port, database, cloud, sender, new Random(seed + i))));
        Process[] last = await Task.WhenAll(ports.Select(port => StartAsync(port, database, cloud, "never", 0)));
        sender.StandardInput.Close();
        string report = await sender.StandardOutput.ReadToEndAsync(Cancel);
        await sender.WaitForExitAsync(Cancel);
        Assert.Equal(0, sender.ExitCode);
        await cloud.WhenDeliveredAsync(Cancel);
        foreach (Process app in last)
        {
            await AppProcesses.KillAsync(app);
        }

        Array.ForEach(reserved, port => port.Dispose());

        IReadOnlyList<ToldOutcome> told = await database.ToldAsync();
        ILookup<string, RecordedRequest> accepted =
            cloud.Requests.Where(request => request.IsAccepted).ToLookup(EventOf, StringComparer.Ordinal);
        Dictionary<string, string?> ids = cloud.Customers.SelectMany(customer => customer.Received)
            .ToDictionary(answer => answer.RepliesTo.Value!, answer => answer.Id.Value, StringComparer.Ordinal);
        output.WriteLine($"""
            {report.Trim()}
            Killed: {string.Join(", ", kills.SelectMany(all => all).CountBy(point => point)
                .Select(point => $"{point.Value} x {point.Key}"))}
            Told: {string.Join(", ", told.CountBy(one => one.Outcome)
                .Select(one => $"{one.Value} x {one.Key}"))}; {accepted.Count} were sent
            {TimeProvider.System.GetElapsedTime(begun).TotalSeconds:0} s
            """);

        // What must hold.
        Assert.DoesNotContain(accepted, requests => requests.Count() > 1);
        Assert.All(told.Where(one => one.Outcome == "sent"), one => Assert.Equal(one.MessageId, ids.GetValueOrDefault(one.Id)));
        Assert.All(
            told.Where(one => one.Outcome == "not_sent"), one => Assert.DoesNotContain(accepted[one.Id], request => request.At < one.At));
        Assert.Equal(0, await CountAsync(database, "webhook_events where handler = 'answers' and state not in ('completed', 'dead')"));
        Assert.Equal(Events, await CountAsync(database, "webhook_events where handler = 'answers'"));
        Assert.Equal(0, await CountAsync(database, $"""
            webhook_events as e where state = 'completed'
                and not exists (select from told as t where t.outcome = 'sent' and t.id = substring(e.event from '[^/]*$'))
            """));

        // Each message that was accepted told its statuses, and these settled what was open.
        Assert.Equal(accepted.Count, await CountAsync(database, "webhook_sends where state = 'sent'"));

        // What must have happened, or the test would show nothing.
        Assert.Equal(Instances * Points.Length, kills.Sum(all => all.Length));
        Assert.True(kills.SelectMany(all => all).Count(point => point != "anywhere") >= Instances * 3);
        Assert.Contains(told, one => one.Outcome == "unknown" && accepted.Contains(one.Id));
        Assert.Contains(told, one => one.Outcome == "not_sent");
        Assert.Contains(told.Where(one => one.Outcome == "sent").CountBy(one => one.Id), one => one.Value > 1);
    }

    public void Dispose() => _processes.Dispose();

    private static string Address(int port) => $"http://127.0.0.1:{port}/webhooks/whatsapp";

    private static string EventOf(RecordedRequest request) =>
        request.Json!.Value.GetProperty("text").GetProperty("body").GetString()!.Split(' ')[^1];

    private Task<Process> StartAsync(int port, TestDatabase database, CloudApiEmulator cloud, string point, int passes) =>
        _processes.StartAppAsync("shop", $"{port}", database.Options.Schema, point, $"{passes}", cloud.BaseAddress.ToString());

    private async Task<string[]> KillAgainAndAgainAsync(
        int port, TestDatabase database, CloudApiEmulator cloud, Process sender, Random random)
    {
        string[] plan = [.. Points];
        random.Shuffle(plan);
        for (int i = 0; i < plan.Length; i++)
        {
            Process app = await StartAsync(port, database, cloud, plan[i], random.Next(1, 20));
            if (cloud.Callback is null)
            {
                await cloud.ConnectWebhookAsync(new Uri(Address(port)), Cancel);
            }

            lock (sender)
            {
                sender.StandardInput.WriteLine();
                sender.StandardInput.Flush();
            }

            // At any moment means from without; an app that does not come to its point for lack of events ends the same way.
            TimeSpan patience = plan[i] == "anywhere" ? TimeSpan.FromMilliseconds(random.Next(50, 900)) : TimeSpan.FromSeconds(20);
            await Task.WhenAny(app.WaitForExitAsync(Cancel), Task.Delay(patience, TimeProvider.System, Cancel));
            plan[i] = app.HasExited ? plan[i] : "anywhere";
            await AppProcesses.KillAsync(app);
        }

        return plan;
    }

    private static Task<long> CountAsync(TestDatabase database, string from) =>
        database.ReadAsync<long>($"set search_path to \"{database.Options.Schema}\"; select count(*) from {from}");
}
