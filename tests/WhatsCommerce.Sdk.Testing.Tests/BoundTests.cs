using System.Net;

namespace WhatsCommerce.Testing.Tests;

/// <summary>What is kept is bounded, and what had to go is told.</summary>
public sealed class BoundTests
{
    [Fact]
    public async Task Messages_WithADeadCallback_StayWithinTheLimitsAndSaySo()
    {
        await using Stage stage = await Stage.StartAsync(new()
        {
            PendingLimit = 300,
            HistoryLimit = 100,
            RedeliveryWaits = [TimeSpan.FromHours(1)],
        });
        await stage.Callback.DisposeAsync();

        for (int i = 0; i < 500; i++)
        {
            (await stage.PostTextAsync(to: $"+1650555{i % 20:D4}")).AssertAccepted();
        }

        Assert.Equal(["messages", "traffic", "webhooks"], stage.Cloud.Notices.Select(notice => notice.Kind).Order());
        EmulatorNotice webhooks = stage.Cloud.Notices.Single(notice => notice.Kind == "webhooks");
        Assert.Equal((500 * 3) - 300, webhooks.Count);
        Assert.Contains("300 updates", webhooks.Problem, StringComparison.Ordinal);
        Assert.Equal(100, stage.Cloud.Requests.Count);
        Assert.Equal(100, stage.Cloud.Customers.Sum(customer => customer.Chat.Count));
    }

    [Fact]
    public async Task Webhooks_OfManyBytes_AreGivenUpBeyondTheLimit()
    {
        await using Stage stage = await Stage.StartAsync(new() { PendingByteLimit = 4_000 });
        TaskCompletionSource go = await stage.BusyAsync();
        EmulatedCustomer pablo = stage.Cloud.Customer("+16505551234");

        Task<MessageId> last = pablo.SendTextAsync(new string('x', 4_000), Stage.Token);
        await pablo.SendTextAsync("One too many", Stage.Token);
        go.SetResult();
        await last;
        await pablo.SendTextAsync("Room again", Stage.Token);

        Assert.Equal(DeliveryState.GivenUp, stage.Cloud.Deliveries[2].State);
        Assert.Equal(DeliveryState.Delivered, stage.Cloud.Deliveries[3].State);
        Assert.Equal(1, Assert.Single(stage.Cloud.Notices).Count);
    }

    [Fact]
    public async Task Chats_OfManyBytes_ForgetTheOldest()
    {
        await using Stage stage = await Stage.StartAsync(new() { HistoryByteLimit = 20_000 }, connect: false);

        for (int i = 0; i < 20; i++)
        {
            (await stage.PostTextAsync(text: new string('x', 3_000))).AssertAccepted();
        }

        Assert.InRange(stage.Cloud.Customer("+16505551234").Received.Count, 1, 6);
        Assert.Contains(stage.Cloud.Notices, notice => notice.Kind == "messages");
    }

    [Fact]
    public async Task Files_OfManyBytes_LetTheOldestGoAndSaySo()
    {
        await using Stage stage = await Stage.StartAsync(new() { MediaByteLimit = 1_000 });
        EmulatedCustomer pablo = stage.Cloud.Customer("+16505551234");

        await pablo.SendImageAsync(new byte[800], "image/png", cancellationToken: Stage.Token);
        Assert.Empty(stage.Cloud.Notices);
        await pablo.SendImageAsync(new byte[800], "image/png", cancellationToken: Stage.Token);

        Assert.Equal("files", Assert.Single(stage.Cloud.Notices).Kind);
    }

    [Fact]
    public async Task Notices_OfAnOrdinaryTest_AreNone()
    {
        await using Stage stage = await Stage.StartAsync();
        (await stage.PostTextAsync()).AssertAccepted();
        await stage.Cloud.WhenDeliveredAsync(Stage.Token);

        Assert.Empty(stage.Cloud.Notices);
        Assert.Equal(HttpStatusCode.OK, (HttpStatusCode)stage.Cloud.Deliveries[0].Attempts[0].StatusCode!);
    }
}
