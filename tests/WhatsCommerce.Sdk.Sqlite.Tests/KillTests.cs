using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Sqlite.Tests;

/// <summary>A process that works with the file is killed as by SIGKILL at moments that a seed chooses, and started again.</summary>
public sealed class KillTests : IDisposable
{
    private const int Events = 300;
    private static readonly int Kills = Repetitions.Of(few: 2, all: 7);

    private readonly TestFile _file = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _file.Dispose();

    [Theory, InlineData(1), InlineData(2)]
    public async Task Kill_AtAnyMoment_NothingThatWasToldIsForgotten(int seed)
    {
#pragma warning disable CA5394 // Chance that can be repeated is what is wanted.
        Random random = new(seed);
        HashSet<int> sent = [];
        HashSet<int> done = [];
        Dictionary<int, int> attempts = [];
        for (int life = 0; life <= Kills; life++)
        {
            // The last life is not cut short.
            int lines = life == Kills ? int.MaxValue : random.Next(1, 60 * (life + 1));
#pragma warning restore CA5394
            await foreach ((string what, int number, int how) in RunAsync(lines))
            {
                switch (what)
                {
                    case "claim":
                        Assert.True(how == 0 || !done.Contains(number), $"{number} ran after it was done.");
                        Assert.True(how == 0 || how > attempts.GetValueOrDefault(number), $"Attempt {how} of {number} was counted twice.");
                        attempts[number] = Math.Max(how, attempts.GetValueOrDefault(number));
                        break;
                    case "send":
                        Assert.True(how != (int)SendState.Begun || !sent.Contains(number), $"{number} was sent twice.");
                        Assert.True(how == (int)SendState.Sent || !sent.Contains(number), $"It was forgotten that {number} was sent.");
                        break;
                    case "sent":
                        sent.Add(number);
                        break;
                    default:
                        done.Add(number);
                        break;
                }
            }
        }

        Assert.Equal(Events, _file.Read<long>("select count(*) from whatscommerce_events where state = 'completed'"));
        Assert.Equal("ok", _file.Read<string>("pragma integrity_check"));
    }

    [Theory, InlineData(3), InlineData(4)]
    public async Task Kill_WhileCartsAreReceived_LeavesCartEventAndClaimTogetherOrNone(int seed)
    {
#pragma warning disable CA5394 // Chance that can be repeated is what is wanted.
        Random random = new(seed);
        for (int life = 0; life <= Kills; life++)
        {
            int told = -1;
            int lines = life == Kills ? int.MaxValue : random.Next(1, 60 * (life + 1));
#pragma warning restore CA5394
            await foreach ((_, int number, _) in RunAsync(lines, "shop"))
            {
                told = number;
            }

            long carts = _file.Read<long>("select count(*) from whatscommerce_shop_carts");
            Assert.True(carts > told, $"{told} was told, and {carts} carts are there.");
            Assert.Equal(carts, _file.Read<long>("select count(*) from whatscommerce_events where state = 'completed'"));
            Assert.Equal(carts, _file.Read<long>("select count(*) from whatscommerce_shop_outbox"));
        }

        Assert.Equal(Events, _file.Read<long>("select count(*) from whatscommerce_shop_carts"));
        Assert.Equal("ok", _file.Read<string>("pragma integrity_check"));
    }

    [Theory, InlineData(5), InlineData(6)]
    public async Task Kill_WhileACampaignRuns_IsGoneOnWithAndRepeatsNothing(int seed)
    {
        using SendServer server = new();
#pragma warning disable CA5394 // Chance that can be repeated is what is wanted.
        Random random = new(seed);
        for (int life = 0; life < Kills; life++)
        {
            await RunCampaignAsync(server, random.Next(1, 60), $"{life}");
        }
#pragma warning restore CA5394

        Dictionary<string, int> end = await RunCampaignAsync(server, int.MaxValue, $"{Kills}");
        Assert.All(server.Texts, text => Assert.Equal(1, text.Value));
        Assert.Equal((Events, 0), (end["total"], end["open"]));
        Assert.Equal(Events, end["sent"] + end["unknown"]);

        // What was under way in a kill stays unknown, sent or not: of four at a time.
        Assert.InRange(end["unknown"], 0, Kills * 4);
        Assert.InRange(server.Texts.Count, end["sent"], Events);
        Assert.Equal("ok", _file.Read<string>("pragma integrity_check"));
    }

    [Theory, InlineData(7), InlineData(8)]
    public async Task Kill_WhileFallbacksAreSent_EverybodyGetsOneAndNobodyTwo(int seed)
    {
        using SendServer server = new();
        await RunCampaignAsync(server, int.MaxValue, "0");
        string[] messages = [.. server.CallbackData.Values];
        await RecordAsync(messages, DeliveryProgress.Failed, GraphErrorCodes.OutsideCustomerServiceWindow);

#pragma warning disable CA5394 // Chance that can be repeated is what is wanted.
        Random random = new(seed);
        for (int life = 1; life <= Kills; life++)
        {
            await RunCampaignAsync(server, random.Next(1, 60), $"{life}");
        }
#pragma warning restore CA5394

        Dictionary<string, int> end = await RunCampaignAsync(server, int.MaxValue, $"{Kills + 1}");
        Assert.All(server.Texts, text => Assert.Equal(1, text.Value));
        Assert.Equal((Events, 0), (end["total"], end["open"]));
        Assert.Equal(Events, end["fallbacks"] + end["unknown"]);
        Assert.InRange(end["unknown"], 0, Kills * 4);

        // Statuses tell what arrived of that which a kill left unknown, and the rest is sent.
        await RecordAsync(server.CallbackData.Values.Except(messages), DeliveryProgress.Delivered);
        end = await RunCampaignAsync(server, int.MaxValue, $"{Kills + 2}", "settle");
        Assert.Equal((Events, 0), (end["fallbacks"], end["unknown"]));
        Assert.Equal(2 * Events, server.Texts.Count);
        Assert.All(server.Texts, text => Assert.Equal(1, text.Value));
    }

    /// <summary>Runs the campaign, and gives the last of what was told of each kind.</summary>
    private async Task<Dictionary<string, int>> RunCampaignAsync(SendServer server, int lines, params string[] more)
    {
        Dictionary<string, int> end = [];
        await foreach ((string what, int number, _) in RunAsync(lines, ["campaign", $"{server.Address}", .. more]))
        {
            end[what] = number;
        }

        return end;
    }

    private async Task RecordAsync(IEnumerable<string> callbackData, DeliveryProgress progress, int? errorCode = null)
    {
        await using ServiceProvider app = _file.Campaigns();
        IDeliveryRecorder recorder = app.GetRequiredService<IDeliveryRecorder>();
        foreach (string data in callbackData)
        {
            Assert.True(await recorder.RecordAsync(
                new DeliveryReport("106540352242922", "wamid.0", data, progress, DateTimeOffset.UnixEpoch, errorCode), Cancel));
        }
    }

    /// <summary>Runs the process until it has said so many lines, and kills it; what it said until then was on the disk.</summary>
    private async IAsyncEnumerable<(string What, int Number, int How)> RunAsync(
        int lines, params string[] more)
    {
        using Process process = Process.Start(new ProcessStartInfo(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "SqliteWriter.dll"), _file.ConnectionString, $"{Events}", .. more])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        try
        {
            while (lines-- > 0 && await process.StandardOutput.ReadLineAsync(Cancel) is string line)
            {
                string[] parts = line.Split(' ');
                yield return (
                    parts[0], int.Parse(parts[1], CultureInfo.InvariantCulture), int.Parse(parts[2], CultureInfo.InvariantCulture));
            }
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(Cancel);
        }

        // What it said before it died counts as well. A line that was cut off was not said.
        foreach (string line in (await process.StandardOutput.ReadToEndAsync(Cancel)).Split('\n')[..^1])
        {
            string[] parts = line.Split(' ');
            yield return (parts[0], int.Parse(parts[1], CultureInfo.InvariantCulture), int.Parse(parts[2], CultureInfo.InvariantCulture));
        }
    }
}
