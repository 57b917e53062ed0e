namespace WhatsCommerce.Testing.Tests;

/// <summary>What a test can assert without any framework, and how it is told.</summary>
public sealed class AssertionTests
{
    private const string Pablo = "+16505551234";

    [Fact]
    public async Task NextMessage_OfTheKind_IsReturned()
    {
        await using Stage stage = await Stage.StartShopAsync();
        await stage.PostAsync(Wire.Product("apple-1kg"));

        ReceivedMessage message = await stage.Cloud.Customer(Pablo).NextMessageAsync("interactive.product", cancellationToken: Stage.Token);

        Assert.Equal("apple-1kg", Assert.Single(message.Products));
    }

    [Fact]
    public async Task NextMessage_OfAnotherKind_TellsWhatCame()
    {
        await using Stage stage = await Stage.StartShopAsync();
        await stage.PostTextAsync(text: "Hello!");

        EmulatorAssertionException exception = await Assert.ThrowsAsync<EmulatorAssertionException>(
            () => stage.Cloud.Customer(Pablo).NextMessageAsync("interactive.product", cancellationToken: Stage.Token));

        Assert.StartsWith(
            "The next message should be of kind interactive.product, but is a text: \"Hello!\"",
            exception.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task ExpectNoMessage_OneThatNobodyTook_Throws()
    {
        await using Stage stage = await Stage.StartShopAsync();
        EmulatedCustomer pablo = stage.Cloud.Customer(Pablo);
        pablo.AssertNoMessage();
        await stage.PostTextAsync();
        await stage.Cloud.WhenDeliveredAsync(Stage.Token);

        Assert.Throws<EmulatorAssertionException>(pablo.AssertNoMessage);
    }

    [Fact]
    public async Task ExpectAllWentWell_RefusedRequestAndLostWebhook_ListsBoth()
    {
        await using Stage stage = await Stage.StartShopAsync(new() { RedeliveryWaits = [] });
        stage.Cloud.AssertNoErrors();
        stage.Callback.OnPost = (http, _) =>
        {
            http.Response.StatusCode = 500;
            return Task.CompletedTask;
        };
        await stage.Cloud.Customer(Pablo).SendTextAsync("Hi", Stage.Token);
        await stage.PostTextAsync(text: "");

        EmulatorAssertionException exception = Assert.Throws<EmulatorAssertionException>(stage.Cloud.AssertNoErrors);

        Assert.Contains("refused: POST", exception.Message, StringComparison.Ordinal);
        Assert.Contains("webhook message text: GivenUp", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ExpectAllWentWell_AfterAFault_IsContent()
    {
        await using Stage stage = await Stage.StartShopAsync();
        stage.Cloud.Faults.Next(EmulatedFault.Throughput());
        (await stage.PostTextAsync()).AssertRefused(130429);

        stage.Cloud.AssertNoErrors();
    }
}
