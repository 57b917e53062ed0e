using System.Diagnostics;
using System.Text;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Testing.Tests;

/// <summary>Redelivery: aside, by hand, and after a restart.</summary>
public sealed class RedeliveryTests
{
    [Fact]
    public async Task NotInOrder_OneFails_LaterOnesGoOnAndItComesWhenItsWaitIsOver()
    {
        FakeTimeProvider time = new();
        await using Stage stage = await Stage.StartAsync(
            new() { DeliverInOrder = false, TimeProvider = time, RedeliveryWaits = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)] });
        int failures = 0;
        stage.Callback.OnPost = (http, posted) =>
        {
            http.Response.StatusCode = posted.Texts[0] == "1" && failures++ < 2 ? 500 : 200;
            return Task.CompletedTask;
        };
        EmulatedCustomer pablo = stage.Cloud.Customer("+16505551234");

        Task<MessageId> first = pablo.SendTextAsync("1", Stage.Token);
        await pablo.SendTextAsync("2", Stage.Token);
        RecordedDelivery delivery = stage.Cloud.Deliveries[0];
        DeliveryState aside = delivery.State;
        await WaitsAgainAsync(delivery, time, attempts: 1);
        time.Advance(TimeSpan.FromMinutes(1));
        await WaitsAgainAsync(delivery, time, attempts: 2);
        await pablo.SendTextAsync("3", Stage.Token);
        time.Advance(TimeSpan.FromMinutes(5));
        await first;

        Assert.Equal(DeliveryState.Pending, aside);
        Assert.Equal(["1", "2", "1", "3", "1"], stage.Callback.Posts.SelectMany(posted => posted.Texts));
        Assert.Equal([500, 500, 200], delivery.Attempts.Select(attempt => attempt.StatusCode ?? 0));
        Assert.Equal(
            [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)], delivery.Attempts.Zip(delivery.Attempts.Skip(1), (a, b) => b.At - a.At));
    }

    [Fact]
    public async Task RedeliverAsync_AnotherBody_IsSignedAndPosted()
    {
        await using Stage stage = await Stage.StartAsync();
        await stage.Cloud.Customer("+16505551234").SendTextAsync("Before", Stage.Token);
        RecordedDelivery delivery = stage.Cloud.Deliveries[^1];
        byte[] edited = Encoding.UTF8.GetBytes(
            Encoding.UTF8.GetString(delivery.Body.Span).Replace("Before", "After", StringComparison.Ordinal));

        RecordedDelivery again = await stage.Cloud.RedeliverAsync(delivery, edited, Stage.Token);

        Assert.Equal(DeliveryState.Delivered, again.State);
        Assert.Equal(edited, again.Body.ToArray());
        Assert.Equal(["Before", "After"], stage.Callback.Posts.SelectMany(posted => posted.Texts));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("")]
    public async Task RedeliverAsync_NoJsonObject_Throws(string body)
    {
        await using Stage stage = await Stage.StartAsync();
        await stage.Cloud.Customer("+16505551234").SendTextAsync("Hi!", Stage.Token);

        await Assert.ThrowsAsync<ArgumentException>(
            () => stage.Cloud.RedeliverAsync(stage.Cloud.Deliveries[^1], Encoding.UTF8.GetBytes(body), Stage.Token));
    }

    [Fact]
    public async Task LastDeliveryAttempt_IsTheLastOneSinceTheCallbackWasConnected()
    {
        await using Stage stage = await Stage.StartAsync(new() { RedeliveryWaits = [] });
        DeliveryAttempt? before = stage.Cloud.LastDeliveryAttempt;
        EmulatedCustomer pablo = stage.Cloud.Customer("+16505551234");
        await pablo.SendTextAsync("1", Stage.Token);
        int? first = stage.Cloud.LastDeliveryAttempt?.StatusCode;
        stage.Callback.OnPost = (http, _) =>
        {
            http.Response.StatusCode = 500;
            return Task.CompletedTask;
        };
        await pablo.SendTextAsync("2", Stage.Token);
        int? second = stage.Cloud.LastDeliveryAttempt?.StatusCode;

        await stage.Cloud.ConnectWebhookAsync(stage.Cloud.Callback!, Stage.Token);

        Assert.Null(before);
        Assert.Equal((200, 500), (first, second));
        Assert.Null(stage.Cloud.LastDeliveryAttempt);
    }

    [Fact]
    public async Task NotInOrder_FailingToTheEnd_IsGivenUpAndQuietComes()
    {
        await using Stage stage = await Stage.StartAsync(new()
        {
            DeliverInOrder = false,
            RedeliveryWaits = [TimeSpan.Zero, TimeSpan.FromMilliseconds(1)]
        });
        stage.Callback.OnPost = (http, _) =>
        {
            http.Response.StatusCode = 500;
            return Task.CompletedTask;
        };
        EmulatedCustomer pablo = stage.Cloud.Customer("+16505551234");

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => pablo.SendTextAsync("Hi!", Stage.Token)));
        await stage.Cloud.WhenDeliveredAsync(Stage.Token);

        Assert.Equal(60, stage.Callback.Posts.Count);
        Assert.All(stage.Cloud.Deliveries, delivery => Assert.Equal((DeliveryState.GivenUp, 3), (delivery.State, delivery.Attempts.Count)));
    }

    [Fact]
    public async Task Dispose_WhileOnesWaitAside_GivesThemUp()
    {
        await using Callback callback = await Callback.StartAsync();
        CloudApiEmulator cloud = await CloudApiEmulator.StartAsync(new()
        {
            DeliverInOrder = false,
            RedeliveryWaits = [TimeSpan.FromHours(1)]
        }, Stage.Token);
        await cloud.ConnectWebhookAsync(callback.Address, Stage.Token);
        callback.OnPost = (http, _) =>
        {
            http.Response.StatusCode = 500;
            return Task.CompletedTask;
        };

        Task<MessageId> sent = cloud.Customer("+16505551234").SendTextAsync("Hi!", Stage.Token);
        RecordedDelivery delivery = Assert.Single(cloud.Deliveries);
        await cloud.DisposeAsync();
        await sent;

        Assert.Equal(DeliveryState.GivenUp, delivery.State);
    }

    [Fact]
    public async Task Attempt_Always_TellsItsTimeAndHowLongItTook()
    {
        FakeTimeProvider time = new();
        await using Stage stage = await Stage.StartAsync(new() { TimeProvider = time });
        TimeSpan handled = default;
        stage.Callback.OnPost = async (_, _) =>
        {
            long begun = Stopwatch.GetTimestamp();
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Stage.Token);
            handled = Stopwatch.GetElapsedTime(begun);
        };

        long start = Stopwatch.GetTimestamp();
        await stage.Cloud.Customer("+16505551234").SendTextAsync("Hi!", Stage.Token);
        TimeSpan sent = Stopwatch.GetElapsedTime(start);

        RecordedDelivery delivery = Assert.Single(stage.Cloud.Deliveries);
        Assert.Equal(time.GetUtcNow(), delivery.At);
        Assert.InRange(Assert.Single(delivery.Attempts).Duration, handled, sent);
    }

    [Fact]
    public async Task Redeliver_Delivered_PostsTheSameBytesAgain()
    {
        await using Stage stage = await Stage.StartAsync();
        await stage.Cloud.Customer("+16505551234").SendTextAsync("Hi!", Stage.Token);
        stage.Cloud.WebhookFaults.Always(EmulatedWebhookFault.Drop());

        RecordedDelivery again = await stage.Cloud.RedeliverAsync(stage.Cloud.Deliveries[0], Stage.Token);

        Assert.Equal(2, stage.Callback.Posts.Count);
        Assert.Equal(stage.Callback.Posts[0].Text, stage.Callback.Posts[1].Text);
        Assert.Equal((DeliveryState.Delivered, "message text"), (again.State, again.Subject));
        Assert.Same(again, stage.Cloud.Deliveries[1]);
    }

    [Fact]
    public async Task Redeliver_WithoutACallback_SaysSo()
    {
        await using Stage stage = await Stage.StartAsync();
        await stage.Cloud.Customer("+16505551234").SendTextAsync("Hi!", Stage.Token);
        (await stage.DeleteAsync($"{stage.Cloud.Options.BusinessAccountId}/subscribed_apps")).AssertAccepted();

        InvalidOperationException exception =
            await Assert.ThrowsAsync<InvalidOperationException>(() => stage.Cloud.RedeliverAsync(stage.Cloud.Deliveries[0], Stage.Token));

        Assert.Contains("no callback", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pending_WhatWaits_IsListedAndDeliveredByAnotherRun()
    {
        CloudApiEmulatorOptions options = new() { UpdatesPerWebhook = 10 };
        await using Stage stage = await Stage.StartAsync(options);
        TaskCompletionSource answer = await stage.BusyAsync();
        EmulatedCustomer pablo = stage.Cloud.Customer("+16505551234");
        Task<MessageId>[] sent = [.. Enumerable.Range(1, 2).Select(number => pablo.SendTextAsync($"{number}", Stage.Token))];
        IReadOnlyList<PendingWebhook> pending = stage.Cloud.Parts.Sender.Pending;
        answer.SetResult();
        await Task.WhenAll(sent);

        await using Stage next = await Stage.StartAsync(options);
        foreach (PendingWebhook webhook in pending)
        {
            Assert.NotNull(next.Cloud.Parts.Sender.EnqueueAgain(webhook, next.Cloud.Number));
        }

        await next.Cloud.WhenDeliveredAsync(Stage.Token);

        Assert.Equal([1, 2], pending.Select(webhook => webhook.UpdateCount));
        Assert.Equal([["0"], ["1", "2"]], next.Callback.Posts.Select(posted => posted.Texts));
        Assert.Equal("message text and 1 more", next.Cloud.Deliveries[1].Subject);
        Assert.Empty(stage.Cloud.Parts.Sender.Pending);
    }

    private static async Task WaitsAgainAsync(RecordedDelivery delivery, FakeTimeProvider time, int attempts)
    {
        await Patiently.Until(() => delivery.Attempts.Count >= attempts && time.Timers > 0);
    }
}
