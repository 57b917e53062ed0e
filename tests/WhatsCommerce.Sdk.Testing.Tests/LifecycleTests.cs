using System.Net.Sockets;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Testing.Tests;

/// <summary>Starting, stopping, and several at once.</summary>
public sealed class LifecycleTests
{
    [Fact]
    public async Task Options_OfARunningEmulator_SayEverythingAClientNeeds()
    {
        await using CloudApiEmulator cloud = await CloudApiEmulator.StartAsync(new() { AccessToken = "t", AppSecret = "s" }, Stage.Token);
        WhatsCommerceOptions configured = new() { Timeout = TimeSpan.FromSeconds(7) };

        cloud.Configure(configured);

        Assert.True(cloud.BaseAddress is { IsLoopback: true, Scheme: "http", AbsolutePath: "/", Port: > 0 });
        Assert.Equal(cloud.BaseAddress, configured.BaseAddress);
        Assert.Equal(("t", "s"), (configured.AccessToken, configured.AppSecret));
        Assert.Equal(
            ("106540352242922", "102290129340398", "194836987003835"),
            (configured.PhoneNumberId, configured.BusinessAccountId, configured.CatalogId));
        Assert.Equal(TimeSpan.FromSeconds(7), configured.Timeout);
        Assert.Equal(configured.BaseAddress, cloud.Options.BaseAddress);
        Assert.NotSame(cloud.Options, cloud.Options);
    }

    [Fact]
    public async Task Start_TwoEmulators_DoNotMeet()
    {
        await using Stage one = await Stage.StartShopAsync();
        await using Stage two = await Stage.StartAsync(new() { AccessToken = "two" });

        string first = (await one.PostTextAsync()).Id;
        string second = (await two.PostTextAsync()).Id;
        await one.Cloud.WhenDeliveredAsync(Stage.Token);

        Assert.NotEqual(first, second);
        Assert.Empty(two.Cloud.Catalog.Items);
        Assert.Single(one.Cloud.Customer("+16505551234").Received);
        Assert.Equal(3, one.Callback.Posts.Count);
    }

    [Fact]
    public async Task Start_PortTaken_ThrowsIOException()
    {
        await using CloudApiEmulator cloud = await CloudApiEmulator.StartAsync(cancellationToken: Stage.Token);

        await Assert.ThrowsAsync<IOException>(() => CloudApiEmulator.StartAsync(new() { Port = cloud.BaseAddress.Port }, Stage.Token));
    }

    [Theory, InlineData("0.0.0.0", "127.0.0.1"), InlineData("127.0.0.2", "127.0.0.2")]
    public async Task Start_OnAnotherAddress_CanBeCalled(string address, string host)
    {
        await using Stage stage = await Stage.StartAsync(new() { Address = System.Net.IPAddress.Parse(address) }, connect: false);

        Assert.Equal((host, "/"), (stage.Cloud.BaseAddress.Host, stage.Cloud.BaseAddress.AbsolutePath));
        (await stage.PostTextAsync()).AssertAccepted();
    }

    [Fact]
    public async Task Start_OnAnAddressOfAnotherMachine_ThrowsIOException()
    {
        IOException exception = await Assert.ThrowsAsync<IOException>(
            () => CloudApiEmulator.StartAsync(new() { Address = System.Net.IPAddress.Parse("192.0.2.1") }, Stage.Token));

        Assert.StartsWith("Cannot listen on 192.0.2.1:0", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WrongOption_NamesIt()
    {
        ArgumentException exception = await Assert.ThrowsAsync<ArgumentException>(
            () => CloudApiEmulator.StartAsync(new() { AppSecret = " " }, Stage.Token));

        Assert.Contains("CloudApiEmulatorOptions.AppSecret is blank", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_OptionsChangedAfterwards_KeepsItsOwn()
    {
        CloudApiEmulatorOptions options = new() { AccessToken = "before" };
        await using CloudApiEmulator cloud = await CloudApiEmulator.StartAsync(options, Stage.Token);

        options.AccessToken = "after";

        Assert.Equal("before", cloud.Options.AccessToken);
    }

    [Fact]
    public async Task Dispose_Twice_StopsTheServer()
    {
        using ReservedPort port = new();
        port.LetListen();
        CloudApiEmulator cloud = await CloudApiEmulator.StartAsync(new() { Port = port.Number }, Stage.Token);

        await Task.WhenAll(cloud.DisposeAsync().AsTask(), cloud.DisposeAsync().AsTask());
        await cloud.DisposeAsync();

        using TcpClient client = new();
        await Assert.ThrowsAsync<SocketException>(
            () => client.ConnectAsync(System.Net.IPAddress.Loopback, port.Number, Stage.Token).AsTask());
    }

    [Fact]
    public async Task Dispose_DeliveryUnderWay_GivesItUp()
    {
        await using Callback callback = await Callback.StartAsync();
        TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource never = new();
        callback.OnPost = (http, _) =>
        {
            arrived.TrySetResult();
            return never.Task.WaitAsync(http.RequestAborted);
        };
        CloudApiEmulator cloud = await CloudApiEmulator.StartAsync(new() { DeliveryTimeout = TimeSpan.FromHours(1) }, Stage.Token);
        await cloud.ConnectWebhookAsync(callback.Address, Stage.Token);
        EmulatedCustomer pablo = cloud.Customer("+16505551234");
        Task<MessageId> first = pablo.SendTextAsync("1", Stage.Token);
        Task<MessageId> second = pablo.SendTextAsync("2", Stage.Token);
        Task quiet = cloud.WhenDeliveredAsync(Stage.Token);
        await arrived.Task.WaitAsync(Stage.Token);

        await cloud.DisposeAsync();

        await Task.WhenAll(first, second);
        Assert.Equal([DeliveryState.GivenUp, DeliveryState.GivenUp], cloud.Deliveries.Select(delivery => delivery.State));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => quiet);
    }

    [Fact]
    public async Task Dispose_RequestUnderWay_DoesNotWaitForIt()
    {
        await using Stage stage = await Stage.StartAsync();
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri(stage.Messages, UriKind.Relative));
        TaskCompletionSource neverWritten = new();
        request.Content = new StalledContent(neverWritten.Task);
        Task<HttpResponseMessage> sending = stage.Http.SendAsync(request, Stage.Token);

        await stage.Cloud.DisposeAsync();
        neverWritten.SetResult();

        await Assert.ThrowsAsync<HttpRequestException>(() => sending);
    }

    [Fact]
    public async Task Backlog_LongerThanTheLimit_GivesUpWhatComesThenAndSaysSo()
    {
        await using Stage stage = await Stage.StartAsync(new() { PendingLimit = 4 });
        TaskCompletionSource go = new(TaskCreationOptions.RunContinuationsAsynchronously);
        stage.Callback.OnPost = (_, _) => go.Task;
        EmulatedCustomer pablo = stage.Cloud.Customer("+16505551234");

        Task<MessageId>[] kept = [.. Enumerable.Range(1, 4).Select(_ => pablo.SendTextAsync("Hi!", Stage.Token))];
        await pablo.SendTextAsync("One too many", Stage.Token);
        go.SetResult();
        await Task.WhenAll(kept);
        await pablo.SendTextAsync("Room again", Stage.Token);

        RecordedDelivery tooMany = stage.Cloud.Deliveries[4];
        Assert.Equal(DeliveryState.GivenUp, tooMany.State);
        Assert.Contains("already waiting", Assert.Single(tooMany.Attempts).Problem, StringComparison.Ordinal);
        Assert.Equal(5, stage.Callback.Posts.Count);
    }

    private sealed class StalledContent(Task end) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context) => end;

        protected override bool TryComputeLength(out long length)
        {
            length = 10;
            return true;
        }
    }
}
