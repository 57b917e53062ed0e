using System.Text.Json;

namespace WhatsCommerce.Testing.Tests;

/// <summary>The 24 hours in which a business may write freely.</summary>
public sealed class WindowTests
{
    private const string Template =
        """{"messaging_product":"whatsapp","to":"16505551234","type":"template","template":{"name":"hello_world","language":"""
            + """{"code":"en_US"}}}""";

    [Fact]
    public async Task Text_24HoursAfterTheCustomersLastMessage_Gives131047UntilTheCustomerWritesAgain()
    {
        ManualTime time = new();
        await using Stage stage = await Stage.StartAsync(new() { TimeProvider = time });
        EmulatedCustomer pablo = stage.Cloud.Customer("+16505551234");
        await pablo.SendTextAsync("Hi!", Stage.Token);

        time.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        (await stage.PostTextAsync()).AssertAccepted();
        time.Advance(TimeSpan.FromSeconds(1));
        Answer late = await stage.PostTextAsync();
        await pablo.SendTextAsync("Still there?", Stage.Token);

        late.AssertRefused(131047);
        Assert.Contains("24 hours", late.Details, StringComparison.Ordinal);
        (await stage.PostTextAsync()).AssertAccepted();
    }

    [Fact]
    public async Task Template_OutsideTheWindow_IsAccepted()
    {
        await using Stage stage = await Stage.StartAsync();
        stage.Cloud.Customer("+16505551234").CloseWindow();

        (await stage.PostTextAsync()).AssertRefused(131047);
        (await stage.PostAsync(Template)).AssertAccepted();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Text_ToAStranger_DependsOnWhereCustomersStart(bool insideWindow)
    {
        await using Stage stage = await Stage.StartAsync(new() { CustomersStartInsideWindow = insideWindow });

        Answer toStranger = await stage.PostTextAsync("+16505550001");
        EmulatedCustomer pablo = stage.Cloud.Customer("+16505550002");
        Answer toCustomer = await stage.PostTextAsync("+16505550002");

        Assert.Equal(insideWindow ? 200 : 400, toStranger.Status);
        Assert.Equal(insideWindow ? 200 : 400, toCustomer.Status);
        Assert.Equal(insideWindow ? 1 : 0, pablo.Received.Count);
    }

    [Fact]
    public async Task Text_OutsideTheWindowWithErrorAsStatus_IsAcceptedAndFailsAfterwards()
    {
        await using Stage stage = await Stage.StartAsync(new() { WindowErrorAsStatus = true });
        EmulatedCustomer pablo = stage.Cloud.Customer("+16505551234");
        pablo.CloseWindow();

        Answer answer = await stage.PostTextAsync();
        await stage.Cloud.WhenDeliveredAsync(Stage.Token);

        answer.AssertAccepted();
        Assert.Empty(pablo.Received);
        JsonElement status = Assert.Single(stage.Callback.Posts).Value.GetProperty("statuses")[0];
        Assert.Equal("failed", status.GetProperty("status").GetString());
        Assert.Equal(answer.Id, status.GetProperty("id").GetString());
        Assert.Equal(131047, status.GetProperty("errors")[0].GetProperty("code").GetInt32());
        Assert.False(status.TryGetProperty("pricing", out _));
    }
}
