using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Messages;
using WhatsCommerce.Testing;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tool.Tests;

/// <summary>Events of customers, at a running emulator and as signed webhooks.</summary>
public sealed class TriggerTests : ToolTest
{
    [Fact]
    public async Task Order_AtAnEmulator_ReachesTheApp()
    {
        await StartAppAsync(isConnected: true);

        using CommandRun run = await CommandRun.RunAsync(
            "trigger", "order", "mug:2", "pot", "--note", "Ring twice", "--from", "+16505559999", "--name", "Ana", "--emulator", Emulator);

        Assert.StartsWith("message order  delivered (200)  http://", run.Ended(0).Output, StringComparison.Ordinal);
        OrderEvent order = await HeardAsync<OrderEvent>();
        Assert.Equal("Ring twice", order.Text);
        Assert.Equal([("mug", 2), ("pot", 1)], order.Items.Select(item => (item.RetailerId.Value!, item.Quantity)));
        Assert.Equal("+16505559999", Cloud.Customers.Single().PhoneNumber.E164);
    }

    [Fact]
    public async Task Order_AfterOneThatFailed_HoldsNothingOfIt()
    {
        await StartAppAsync(isConnected: true);
        using CommandRun failed = await CommandRun.RunAsync("trigger", "order", "pot", "no-such-item", "--emulator", Emulator);
        failed.Ended(1);

        using CommandRun run = await CommandRun.RunAsync("trigger", "order", "mug", "--emulator", Emulator);

        run.Ended(0);
        Assert.Equal("mug", Assert.Single((await HeardAsync<OrderEvent>()).Items).RetailerId.Value);
    }

    [Fact]
    public async Task Question_AtAnEmulator_ReachesTheAppWithItsProduct()
    {
        await StartAppAsync(isConnected: true);

        using CommandRun run = await CommandRun.RunAsync("trigger", "question", "mug", "Is it big?", "--json", "--emulator", Emulator);

        run.Ended(0);
        Assert.Equal("delivered", Assert.Single(run.Json).GetProperty("outcome").GetString());
        ProductQuestionEvent question = await HeardAsync<ProductQuestionEvent>();
        Assert.Equal(("mug", "Is it big?"), (question.RetailerId.Value, question.Text));
    }

    [Fact]
    public async Task StatusRead_AtAnEmulator_ReadsWhatHasArrived()
    {
        await StartAppAsync(isConnected: true);
        EmulatedCustomer customer = Cloud.Customer("+16505551234");
        customer.ReadsAutomatically = false;
        await SendAsync(customer);
        await Cloud.WhenDeliveredAsync(Token);

        using CommandRun run = await CommandRun.RunAsync("trigger", "status", "read", "--emulator", Emulator);

        run.Ended(0);
        Assert.Contains(Events.OfType<StatusEvent>(), status => status.Status == MessageStatus.Read);
    }

    [Fact]
    public async Task Text_WebhookThatTheEmulatorDuplicates_IsDelivered()
    {
        await StartAppAsync(isConnected: true);
        Cloud.WebhookFaults.Next(EmulatedWebhookFault.Duplicate());

        using CommandRun run = await CommandRun.RunAsync("trigger", "text", "Hi", "--emulator", Emulator);

        run.Ended(0);
        Assert.Contains("delivered (200)", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StatusRead_NothingUnread_EndsWithOne()
    {
        await StartAppAsync(isConnected: true);

        using CommandRun run = await CommandRun.RunAsync("trigger", "status", "read", "--emulator", Emulator);

        Assert.Contains("nothing unread", run.Ended(1).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_WithoutAnApp_SaysHowToConnectOne()
    {
        using CommandRun run = await CommandRun.RunAsync("trigger", "text", "Hi", "--emulator", Emulator);

        Assert.Contains("listen --forward-to", run.Ended(1).Error, StringComparison.Ordinal);
        Assert.Single(Cloud.Customers.Single().Chat);
    }

    [Fact]
    public async Task Text_AppThatFails_EndsWithOneAndItsStatus()
    {
        OnEvent = static _ => throw new InvalidOperationException("closed");
        await StartAppAsync(
            webhooks => webhooks.Services.Configure<WebhookOptions>(options => options.MaxAttempts = 1_000), isConnected: true);

        using CommandRun run = await CommandRun.RunAsync("trigger", "text", "Hi", "--json", "--emulator", Emulator);

        Assert.Equal(
            ("refused", 500),
            (run.Ended(1).Json[0].GetProperty("outcome").GetString(), run.Json[0].GetProperty("status").GetInt32()));
    }

    [Fact]
    public async Task Order_ToAnAddress_IsSignedAndComposedForIt()
    {
        string app = await StartAppAsync();

        using CommandRun run = await CommandRun.RunAsync(
            "trigger", "order", "tea:3", "--price", "4.20 EUR", "--to", app, "--phone-number-id", "111", "--catalog-id", "222");

        run.Ended(0);
        OrderEvent order = await HeardAsync<OrderEvent>();
        OrderItem item = Assert.Single(order.Items);
        Assert.Equal(("111", "222"), (order.PhoneNumberId.Value, order.CatalogId.Value));
        Assert.Equal(("tea", 3, new Money(4.20m, "EUR")), (item.RetailerId.Value, item.Quantity, item.ItemPrice));
        Assert.Empty(Cloud.Customers);
    }

    [Theory]
    [InlineData("sent"), InlineData("delivered"), InlineData("read"), InlineData("failed")]
    public async Task Status_ToAnAddress_IsAboutTheMessageThatIsNamed(string status)
    {
        string app = await StartAppAsync();

        using CommandRun run = await CommandRun.RunAsync("trigger", "status", status, "--message", "wamid.HBgL", "--to", app);

        run.Ended(0);
        StatusEvent heard = await HeardAsync<StatusEvent>();
        Assert.Equal((status, "wamid.HBgL"), (heard.Status.Value, heard.MessageId.Value));
        Assert.Equal(status == "failed", heard.Errors.Count > 0);
    }

    [Fact]
    public async Task Question_ToAnAddress_NamesTheProduct()
    {
        string app = await StartAppAsync();

        using CommandRun run = await CommandRun.RunAsync("trigger", "question", "tea", "--to", app);

        run.Ended(0);
        Assert.Equal("tea", (await HeardAsync<ProductQuestionEvent>()).RetailerId.Value);
    }

    [Fact]
    public async Task Location_ToAnAddress_ReachesTheApp()
    {
        string app = await StartAppAsync();

        using CommandRun run = await CommandRun.RunAsync("trigger", "location", "--to", app, "--", "52.5", "-13.4");

        run.Ended(0);
        await HeardAsync<LocationEvent>();
    }

    [Fact]
    public async Task Text_WithAnotherSecret_IsRefusedByTheApp()
    {
        string app = await StartAppAsync();

        using CommandRun run = await CommandRun.WithAsync(
            [("WhatsCommerce__AppSecret", "another")], "trigger", "text", "Hi", "--to", app);

        Assert.Contains("401: the signature is refused", run.Ended(1).Error, StringComparison.Ordinal);
        Assert.Empty(Events);
    }

    [Fact]
    public async Task Text_SecretFromTheStandardInput_Signs()
    {
        string app = await StartAppAsync();

        using CommandRun run = await CommandRun.WithInputAsync(
            $"{Cloud.AppSecret}\n", "trigger", "text", "Hi", "--to", app, "--secret-file", "-");

        run.Ended(0);
        Assert.Equal("Hi", (await HeardAsync<TextEvent>()).Text);
    }

    private async Task SendAsync(EmulatedCustomer customer)
    {
        using CommandRun opened = await CommandRun.RunAsync("trigger", "text", "Hi", "--emulator", Emulator);
        opened.Ended(0);
        await using ServiceProviderOf services = new(Cloud);
        await services.Client.Messages.SendAsync(customer.Address, Message.Text("Hello!").Build(), cancellationToken: Token);
    }
}
