using System.Text.Json;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Testing.Tests;

/// <summary>How webhooks come over the wire: signed, escaped, in order, and again after a failure.</summary>
public sealed class DeliveryTests
{
    [Fact]
    public async Task Delivery_Always_IsSignedOverItsBytes()
    {
        await using Stage stage = await Stage.StartAsync(new() { AppSecret = "Geheimnis äöü" });

        await stage.Cloud.Customer("+16505551234").SendTextAsync("Grüße / 100 % <b>@you</b> 🍏", Stage.Token);

        Posted posted = Assert.Single(stage.Callback.Posts);
        Assert.Equal(posted.SignatureWith("Geheimnis äöü"), posted.Signature);
        Assert.Equal("application/json", posted.ContentType);
    }

    [Fact]
    public async Task Delivery_TextBeyondAscii_IsEscapedAsMetaEscapesIt()
    {
        await using Stage stage = await Stage.StartAsync();

        await stage.Cloud.Customer("+16505551234", name: "Jörg").SendTextAsync("a/b ä 🍏 <%@> \\u \"\n", Stage.Token);

        Posted posted = Assert.Single(stage.Callback.Posts);
        Assert.Contains("""
            "body":"a\/b \u00e4 \ud83c\udf4f \u003c\u0025\u0040> \\u \"\n"
            """, posted.Text, StringComparison.Ordinal);
        Assert.Contains("""
            "name":"J\u00f6rg"
            """, posted.Text, StringComparison.Ordinal);
        Assert.All(posted.Body, value => Assert.InRange(value, 0x20, 0x7E));
        Assert.Equal("a/b ä 🍏 <%@> \\u \"\n", posted.Value.GetProperty("messages")[0].GetProperty("text").GetProperty("body").GetString());
    }

    [Fact]
    public async Task Delivery_TextWithHalfASurrogatePair_IsDeliveredWithAReplacement()
    {
        await using Stage stage = await Stage.StartAsync();

        await stage.Cloud.Customer("+16505551234").SendTextAsync("a\ud83db", Stage.Token);

        Assert.Equal(
            "a\uFFFDb", stage.Callback.Posts[0].Value.GetProperty("messages")[0].GetProperty("text").GetProperty("body").GetString());
    }

    [Fact]
    public async Task Delivery_AnsweredWith500_ComesAgainUntil200()
    {
        await using Stage stage = await Stage.StartAsync();
        stage.Callback.OnPost = (http, _) =>
        {
            http.Response.StatusCode = stage.Callback.Posts.Count < 3 ? 500 : 200;
            return Task.CompletedTask;
        };

        await stage.Cloud.Customer("+16505551234").SendTextAsync("Hi!", Stage.Token);

        Assert.Equal(3, stage.Callback.Posts.Count);
        Assert.Single(stage.Callback.Posts.Select(posted => posted.Text).Distinct());
        RecordedDelivery delivery = Assert.Single(stage.Cloud.Deliveries);
        Assert.Equal(DeliveryState.Delivered, delivery.State);
        Assert.Equal([500, 500, 200], delivery.Attempts.Select(attempt => attempt.StatusCode ?? 0));
    }

    [Fact]
    public async Task Delivery_AnsweredWith200_IsDeliveredAsSoonAsTheResponseIsSeen()
    {
        await using Stage stage = await Stage.StartAsync();
        EmulatedCustomer pablo = stage.Cloud.Customer("+16505551234");
        Task sent = Task.Run(
            async () =>
            {
                for (int i = 0; i < 100; i++)
                {
                    await pablo.SendTextAsync($"{i}", Stage.Token);
                }
            },
            Stage.Token);

        while (!sent.IsCompleted)
        {
            Assert.All(
                stage.Cloud.Deliveries.Where(static delivery => delivery.Attempts.Count > 0),
                static delivery => Assert.Equal(DeliveryState.Delivered, delivery.State));
        }

        await sent;
    }

    [Fact]
    public async Task Delivery_Failing_WaitsLongerEachTimeAndIsGivenUpAtTheEnd()
    {
        ManualTime time = new();
        TimeSpan[] waits = [TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1), TimeSpan.FromHours(1)];
        await using Stage stage = await Stage.StartAsync(new() { TimeProvider = time, RedeliveryWaits = waits });
        stage.Callback.OnPost = (http, _) =>
        {
            http.Response.StatusCode = 401;
            return Task.CompletedTask;
        };

        await stage.Cloud.Customer("+16505551234").SendTextAsync("Hi!", Stage.Token);

        Assert.Equal(waits, time.Waits);
        Assert.Equal(4, stage.Callback.Posts.Count);
        RecordedDelivery delivery = Assert.Single(stage.Cloud.Deliveries);
        Assert.Equal(DeliveryState.GivenUp, delivery.State);
        Assert.Equal("message text: GivenUp, 4 attempts, the last: HTTP 401", delivery.ToString());
    }

    [Theory]
    [InlineData(201)]
    [InlineData(204)]
    [InlineData(302)]
    public async Task Delivery_AnsweredWithAnythingBut200_CountsAsFailed(int status)
    {
        await using Stage stage = await Stage.StartAsync(new() { RedeliveryWaits = [] });
        stage.Callback.OnPost = (http, _) =>
        {
            http.Response.StatusCode = status;
            http.Response.Headers.Location = "/elsewhere";
            return Task.CompletedTask;
        };

        await stage.Cloud.Customer("+16505551234").SendTextAsync("Hi!", Stage.Token);

        Assert.Single(stage.Callback.Posts);
        Assert.Equal(DeliveryState.GivenUp, Assert.Single(stage.Cloud.Deliveries).State);
    }

    [Fact]
    public async Task Delivery_ConnectionCut_ComesAgain()
    {
        await using Stage stage = await Stage.StartAsync();
        stage.Callback.OnPost = (http, _) =>
        {
            if (stage.Callback.Posts.Count == 1)
            {
                http.Abort();
            }

            return Task.CompletedTask;
        };

        await stage.Cloud.Customer("+16505551234").SendTextAsync("Hi!", Stage.Token);

        RecordedDelivery delivery = Assert.Single(stage.Cloud.Deliveries);
        Assert.Equal(DeliveryState.Delivered, delivery.State);
        Assert.NotNull(delivery.Attempts[0].Problem);
        Assert.Null(delivery.Attempts[0].StatusCode);
    }

    [Fact]
    public async Task Delivery_CallbackDoesNotAnswer_IsGivenUpAfterItsTime()
    {
        // Only the answer is limited: neither the verification nor the connection, which take as long as the machine lets them.
        await using Stage stage = await Stage.StartAsync(new() { RedeliveryWaits = [], DeliveryTimeout = TimeSpan.FromMilliseconds(1) });
        TaskCompletionSource answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        stage.Callback.OnPost = (_, _) => answer.Task;

        await stage.Cloud.Customer("+16505551234").SendTextAsync("Hi!", Stage.Token);
        answer.SetResult();

        Assert.Contains(
            "no response within", Assert.Single(Assert.Single(stage.Cloud.Deliveries).Attempts).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Delivery_CallbackGone_IsGivenUpAndTheNextOnesFollow()
    {
        await using Stage stage = await Stage.StartAsync(new() { RedeliveryWaits = [TimeSpan.FromMilliseconds(1)] });
        using ReservedPort nobody = new();
        stage.Cloud.Parts.Sender.Callback = nobody.Address;
        EmulatedCustomer pablo = stage.Cloud.Customer("+16505551234");

        await pablo.SendTextAsync("1", Stage.Token);
        await pablo.SendTextAsync("2", Stage.Token);

        Assert.Equal([DeliveryState.GivenUp, DeliveryState.GivenUp], stage.Cloud.Deliveries.Select(delivery => delivery.State));
        Assert.Equal([2, 2], stage.Cloud.Deliveries.Select(delivery => delivery.Attempts.Count));
    }

    [Fact]
    public async Task Delivery_OneFails_TheNextOnesWaitForIt()
    {
        await using Stage stage = await Stage.StartAsync();
        stage.Callback.OnPost = (http, _) =>
        {
            http.Response.StatusCode = stage.Callback.Posts.Count == 1 ? 503 : 200;
            return Task.CompletedTask;
        };
        EmulatedCustomer pablo = stage.Cloud.Customer("+16505551234");

        await Task.WhenAll(pablo.SendTextAsync("1", Stage.Token), pablo.SendTextAsync("2", Stage.Token));

        Assert.Equal(["1", "1", "2"], stage.Callback.Posts.Select(posted =>
            posted.Value.GetProperty("messages")[0].GetProperty("text").GetProperty("body").GetString()));
    }

    [Fact]
    public async Task WhenDelivered_NothingUnderWay_EndsAtOnce()
    {
        await using Stage stage = await Stage.StartAsync();

        Assert.True(stage.Cloud.WhenDeliveredAsync(Stage.Token).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task WhenDelivered_HandlerSendsBeforeItAnswers_WaitsForWhatTheHandlerSent()
    {
        await using Stage stage = await Stage.StartAsync();
        stage.Callback.OnPost = async (_, posted) =>
        {
            if (posted.Value.TryGetProperty("messages", out JsonElement _))
            {
                await stage.PostTextAsync(text: "Welcome!");
            }
        };

        _ = stage.Cloud.Customer("+16505551234").SendTextAsync("Hi!", Stage.Token);
        await stage.Cloud.WhenDeliveredAsync(Stage.Token);

        Assert.Equal(["message text", "status sent", "status delivered", "status read"], stage.Told);
        Assert.All(stage.Cloud.Deliveries, delivery => Assert.Equal(DeliveryState.Delivered, delivery.State));
    }

    [Fact]
    public async Task WhenDelivered_Canceled_StopsWaitingOnly()
    {
        await using Stage stage = await Stage.StartAsync();
        TaskCompletionSource answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        stage.Callback.OnPost = (_, _) => answer.Task;
        Task<MessageId> sending = stage.Cloud.Customer("+16505551234").SendTextAsync("Hi!", Stage.Token);

        using CancellationTokenSource canceled = new();
        await canceled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stage.Cloud.WhenDeliveredAsync(canceled.Token));
        answer.SetResult();
        await sending;

        Assert.Equal(DeliveryState.Delivered, Assert.Single(stage.Cloud.Deliveries).State);
    }

    [Fact]
    public async Task Deliveries_ManySendersAtOnce_LoseNothingAndKeepEachMessagesOrder()
    {
        await using Stage stage = await Stage.StartAsync();

        Answer[] answers =
            await Task.WhenAll(Enumerable.Range(0, 100).Select(number => stage.PostTextAsync(to: $"+1650555{number % 7:D4}")));
        await stage.Cloud.WhenDeliveredAsync(Stage.Token);

        Dictionary<string, string[]> told = stage.Callback.Posts
            .Select(posted => posted.Value.GetProperty("statuses")[0])
            .GroupBy(status => status.GetProperty("id").GetString()!)
            .ToDictionary(group => group.Key, group => group.Select(status => status.GetProperty("status").GetString()!).ToArray());
        Assert.Equal(100, told.Count);
        Assert.All(answers, answer => Assert.Equal(["sent", "delivered", "read"], told[answer.Id]));
    }
}
