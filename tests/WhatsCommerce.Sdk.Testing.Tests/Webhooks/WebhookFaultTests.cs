using System.Text.Json;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Testing.Tests;

/// <summary>What goes wrong with webhooks on request.</summary>
public sealed class WebhookFaultTests
{
    [Fact]
    public async Task Duplicate_Next_ComesTwiceAndTheOneAfterItOnce()
    {
        await using Stage stage = await Stage.StartAsync();
        stage.Cloud.WebhookFaults.Next(EmulatedWebhookFault.Duplicate());
        EmulatedCustomer pablo = stage.Cloud.Customer("+16505551234");

        await pablo.SendTextAsync("1", Stage.Token);
        await pablo.SendTextAsync("2", Stage.Token);

        Assert.Equal(["1", "1", "2"], stage.Callback.Posts.SelectMany(posted => posted.Texts));
        Assert.Equal(stage.Callback.Posts[0].Text, stage.Callback.Posts[1].Text);
        Assert.Equal([2, 1], stage.Cloud.Deliveries.Select(delivery => delivery.Attempts.Count));
    }

    [Fact]
    public async Task Drop_Next_IsRecordedAndNeverPosted()
    {
        await using Stage stage = await Stage.StartAsync();
        stage.Cloud.WebhookFaults.Next(EmulatedWebhookFault.Drop(), count: 2);
        EmulatedCustomer pablo = stage.Cloud.Customer("+16505551234");

        await pablo.SendTextAsync("1", Stage.Token);
        await pablo.SendTextAsync("2", Stage.Token);
        await pablo.SendTextAsync("3", Stage.Token);
        await stage.Cloud.WhenDeliveredAsync(Stage.Token);

        Assert.Equal(["3"], stage.Callback.Posts.SelectMany(posted => posted.Texts));
        Assert.Equal(
            [DeliveryState.Dropped, DeliveryState.Dropped, DeliveryState.Delivered],
            stage.Cloud.Deliveries.Select(delivery => delivery.State));
        Assert.Empty(stage.Cloud.Deliveries[0].Attempts);
    }

    [Fact]
    public async Task Delay_Next_ComesLaterAndOthersDoNotWait()
    {
        FakeTimeProvider time = new();
        await using Stage stage = await Stage.StartAsync(new() { TimeProvider = time, UpdatesPerWebhook = 10 });
        stage.Cloud.WebhookFaults.Next(EmulatedWebhookFault.Delay(TimeSpan.FromMinutes(1)));
        EmulatedCustomer pablo = stage.Cloud.Customer("+16505551234");

        Task<MessageId> late = pablo.SendTextAsync("1", Stage.Token);
        await pablo.SendTextAsync("2", Stage.Token);
        bool isLate = !late.IsCompleted;
        time.Advance(TimeSpan.FromMinutes(1));
        await late;

        Assert.True(isLate);
        Assert.Equal(["2", "1"], stage.Callback.Posts.SelectMany(posted => posted.Texts));
    }

    [Fact]
    public async Task Reorder_NextFive_ComeInAnotherOrderThatTheSeedDecides()
    {
        string[] first = await ReorderedAsync(seed: 7);
        string[] second = await ReorderedAsync(seed: 7);

        Assert.Equal(first, second);
        Assert.NotEqual(["0", "1", "2", "3", "4"], first[..5]);
        Assert.Equal(["0", "1", "2", "3", "4"], first[..5].Order());
        Assert.Equal("5", first[5]);

        static async Task<string[]> ReorderedAsync(int seed)
        {
            await using Stage stage = await Stage.StartAsync();
            stage.Cloud.WebhookFaults.Next(EmulatedWebhookFault.Reorder(seed), count: 5);
            EmulatedCustomer pablo = stage.Cloud.Customer("+16505551234");
            await Task.WhenAll(Enumerable.Range(0, 6).Select(number => pablo.SendTextAsync($"{number}", Stage.Token)));

            // The sixth is not held back: it may come before them.
            string[] came = [.. stage.Callback.Posts.SelectMany(posted => posted.Texts)];
            return [.. came.Where(text => text != "5"), "5"];
        }
    }

    [Fact]
    public async Task Reorder_Two_AlwaysChangePlaces()
    {
        await using Stage stage = await Stage.StartAsync();
        EmulatedCustomer pablo = stage.Cloud.Customer("+16505551234");
        for (int seed = 0; seed < 6; seed++)
        {
            stage.Cloud.WebhookFaults.Next(EmulatedWebhookFault.Reorder(seed), count: 2);
            await Task.WhenAll(pablo.SendTextAsync("1", Stage.Token), pablo.SendTextAsync("2", Stage.Token));
        }

        Assert.Equal(
            Enumerable.Repeat("21", 6), stage.Callback.Posts.SelectMany(posted => posted.Texts).Chunk(2).Select(pair => pair[0] + pair[1]));
    }

    [Fact]
    public async Task Reorder_TheRestDoesNotCome_GoesOutAllTheSame()
    {
        await using Stage stage = await Stage.StartAsync();
        stage.Cloud.WebhookFaults.Always(EmulatedWebhookFault.Reorder());
        EmulatedCustomer pablo = stage.Cloud.Customer("+16505551234");

        await Task.WhenAll(pablo.SendTextAsync("1", Stage.Token), pablo.SendTextAsync("2", Stage.Token));

        Assert.Equal(["2", "1"], stage.Callback.Posts.SelectMany(posted => posted.Texts));
    }

    [Fact]
    public async Task UnknownType_Next_BringsAnUnknownMessageAndAnUnknownField()
    {
        await using Stage stage = await Stage.StartAsync();
        stage.Cloud.WebhookFaults.Next(EmulatedWebhookFault.UnknownType());

        await stage.Cloud.Customer("+16505551234").SendTextAsync("Hi!", Stage.Token);
        await stage.Cloud.WhenDeliveredAsync(Stage.Token);

        Assert.Equal(["message text", "message unknown", "field unknown"], stage.Told);
        JsonElement message = stage.Callback.Posts[1].Value.GetProperty("messages")[0];
        Assert.Equal("hologram", message.GetProperty("type").GetString());
        Assert.Equal("hologram_updates", stage.Callback.Posts[2].Change.GetProperty("field").GetString());
    }

    [Fact]
    public async Task Faults_Together_AllStrikeAndCountDown()
    {
        await using Stage stage = await Stage.StartAsync();
        EmulatedWebhookFault duplicate = EmulatedWebhookFault.Duplicate();
        EmulatedWebhookFault unknown = EmulatedWebhookFault.UnknownType();
        stage.Cloud.WebhookFaults.Next(duplicate, count: 2).Always(unknown);
        EmulatedCustomer pablo = stage.Cloud.Customer("+16505551234");

        IReadOnlyList<ActiveWebhookFault> before = stage.Cloud.WebhookFaults.Active;
        await pablo.SendTextAsync("1", Stage.Token);
        IReadOnlyList<ActiveWebhookFault> after = stage.Cloud.WebhookFaults.Active;
        stage.Cloud.WebhookFaults.Clear();
        await pablo.SendTextAsync("2", Stage.Token);
        await stage.Cloud.WhenDeliveredAsync(Stage.Token);

        Assert.Equal([new() { Fault = duplicate, Left = 2 }, new() { Fault = unknown }], before);
        Assert.Equal([new() { Fault = duplicate, Left = 1 }, new() { Fault = unknown }], after);
        Assert.Empty(stage.Cloud.WebhookFaults.Active);
        Assert.Equal(["message text", "message unknown", "field unknown", "message text"], stage.Told);
    }

    [Fact]
    public void Faults_WrongArguments_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => EmulatedWebhookFault.Delay(TimeSpan.Zero));
        Assert.Equal("delay 5 s", EmulatedWebhookFault.Delay(TimeSpan.FromSeconds(5)).ToString());
    }
}
