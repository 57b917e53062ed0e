using System.Diagnostics;
using System.Text.Json;

namespace WhatsCommerce.Testing.Tests;

/// <summary>Several updates in one webhook, as Meta sends them under load.</summary>
public sealed class WebhookBatchTests(ITestOutputHelper output)
{
    private const int MaxBytes = 3 * 1024 * 1024;

    [Fact]
    public async Task Updates_WhileOneIsOnItsWay_ComeTogetherInOrder()
    {
        await using Stage stage = await Stage.StartAsync(new() { UpdatesPerWebhook = 4 });
        TaskCompletionSource answer = await stage.BusyAsync();
        EmulatedCustomer pablo = stage.Cloud.Customer("+16505551234");

        Task<MessageId>[] sent = [.. Enumerable.Range(1, 5).Select(number => pablo.SendTextAsync($"{number}", Stage.Token))];
        RecordedDelivery waiting = stage.Cloud.Deliveries[1];
        int waitingUpdates = waiting.UpdateCount;
        DeliveryState state = waiting.State;
        JsonElement waitingJson = waiting.Json;
        answer.SetResult();
        await Task.WhenAll(sent);

        Assert.Equal((4, DeliveryState.Pending, 4), (waitingUpdates, state, waitingJson.GetProperty("entry").GetArrayLength()));
        Assert.Equal([["0"], ["1", "2", "3", "4"], ["5"]], stage.Callback.Posts.Select(posted => posted.Texts));
        Assert.Equal(["message text", "message text and 3 more", "message text"], stage.Told);
        Assert.All(stage.Callback.Posts, posted => Assert.Equal(posted.SignatureWith(stage.Cloud.AppSecret), posted.Signature));
        Assert.All(stage.Cloud.Deliveries, delivery => Assert.Equal(DeliveryState.Delivered, delivery.State));
    }

    [Fact]
    public async Task Batch_Failing_ComesAgainWhole()
    {
        await using Stage stage = await Stage.StartAsync(new() { UpdatesPerWebhook = 1000 });
        TaskCompletionSource answer = await stage.BusyAsync(after: (http, count) => http.Response.StatusCode = count == 2 ? 500 : 200);
        EmulatedCustomer pablo = stage.Cloud.Customer("+16505551234");

        Task<MessageId>[] sent = [.. Enumerable.Range(1, 2).Select(number => pablo.SendTextAsync($"{number}", Stage.Token))];
        answer.SetResult();
        await Task.WhenAll(sent);

        Assert.Equal([["0"], ["1", "2"], ["1", "2"]], stage.Callback.Posts.Select(posted => posted.Texts));
        Assert.Equal([500, 200], stage.Cloud.Deliveries[1].Attempts.Select(attempt => attempt.StatusCode ?? 0));
    }

    [Fact]
    public async Task Batch_OfMuchText_StaysBelowThreeMegabytes()
    {
        await using Stage stage = await Stage.StartAsync(new() { UpdatesPerWebhook = 1000 });
        TaskCompletionSource answer = await stage.BusyAsync();
        EmulatedCustomer pablo = stage.Cloud.Customer("+16505551234");

        Task<MessageId>[] sent = [.. Enumerable.Range(0, 8).Select(_ => pablo.SendTextAsync(new string('x', 700_000), Stage.Token))];
        answer.SetResult();
        await Task.WhenAll(sent);

        Assert.Equal([1, 4, 4], stage.Callback.Posts.Select(posted => posted.Texts.Length));
        Assert.All(stage.Callback.Posts, posted => Assert.InRange(posted.Body.Length, 1, MaxBytes));
    }

    [Fact]
    public async Task Batch_Growing_KeepsTheHistoryWithinItsBytes()
    {
        await using Stage stage = await Stage.StartAsync(new() { UpdatesPerWebhook = 100, HistoryByteLimit = 100_000 });
        TaskCompletionSource answer = await stage.BusyAsync();
        EmulatedCustomer pablo = stage.Cloud.Customer("+16505551234");

        Task<MessageId>[] sent = [.. Enumerable.Range(0, 20).Select(_ => pablo.SendTextAsync(new string('x', 20_000), Stage.Token))];
        IReadOnlyList<RecordedDelivery> whileWaiting = stage.Cloud.Deliveries;
        answer.SetResult();
        await Task.WhenAll(sent);
        await pablo.SendTextAsync("small", Stage.Token);
        await pablo.SendTextAsync("small too", Stage.Token);

        Assert.Equal(20, Assert.Single(whileWaiting).UpdateCount);
        Assert.Equal(["small", "small too"], stage.Cloud.Deliveries.Select(delivery =>
            delivery.Json.GetProperty("entry")[0].GetProperty("changes")[0].GetProperty("value").GetProperty("messages")[0]
                .GetProperty("text")
                .GetProperty("body")
                .GetString()));
    }

    [Fact]
    public async Task Batch_TooManyPending_CountsUpdates()
    {
        await using Stage stage = await Stage.StartAsync(new() { UpdatesPerWebhook = 100, PendingLimit = 3 });
        TaskCompletionSource answer = await stage.BusyAsync();
        EmulatedCustomer pablo = stage.Cloud.Customer("+16505551234");

        Task<MessageId>[] sent = [.. Enumerable.Range(1, 4).Select(number => pablo.SendTextAsync($"{number}", Stage.Token))];
        answer.SetResult();
        await Task.WhenAll(sent);
        await pablo.SendTextAsync("later", Stage.Token);

        Assert.Equal([["0"], ["1", "2"], ["later"]], stage.Callback.Posts.Select(posted => posted.Texts));
        Assert.Equal(2, stage.Cloud.Deliveries.Count(delivery => delivery.State is DeliveryState.GivenUp));
    }

    [Theory, InlineData(0), InlineData(1001)]
    public async Task UpdatesPerWebhook_OutOfRange_IsRefused(int updates) => await Assert.ThrowsAsync<ArgumentException>(
        () => CloudApiEmulator.StartAsync(new() { UpdatesPerWebhook = updates }, Stage.Token));

    [Theory, InlineData(1), InlineData(100)]
    public async Task Flow_OfManyUpdates_IsDeliveredWhole(int updatesPerWebhook)
    {
        const int Updates = 6_000;
        await using Stage stage = await Stage.StartAsync(new() { UpdatesPerWebhook = updatesPerWebhook });
        EmulatedCustomer pablo = stage.Cloud.Customer("+16505551234");
        await pablo.SendTextAsync("warm", Stage.Token);

        long start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Updates).Select(_ => pablo.SendTextAsync("Hi!", Stage.Token)));
        TimeSpan took = Stopwatch.GetElapsedTime(start);

        // Faster than the 1,500 a second that may come, told and not asserted: how fast it is depends on what else the machine does.
        output.WriteLine($"{Updates / took.TotalSeconds:F0} updates a second with {updatesPerWebhook} a webhook");
        Assert.Equal(Updates + 1, stage.Callback.Posts.Sum(posted => posted.Texts.Length));
    }
}
