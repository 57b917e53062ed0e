using System.Net;
using System.Net.Sockets;

namespace WhatsCommerce.Sdk.Tests.Http;

/// <summary>What happens to a send on a real connection when it goes wrong: nothing is sent twice, and no token goes astray.</summary>
public class LoopbackTests
{
    private const string Accepted = """{"messages":[{"id":"wamid.abc"}]}""";

    [Fact]
    public async Task SendAsync_ConnectionCutAfterTheRequest_ReachesTheServerOnceAndIsOutcomeUnknown()
    {
        await using RawServer server = RawServer.Cutting();
        using TestClient client = new(server.Address);

        SendOutcomeUnknownException exception = await Assert.ThrowsAsync<SendOutcomeUnknownException>(() => client.SendHelloAsync());

        Assert.Single(server.Requests);
        Assert.False(exception.IsRetrySafe);
        Assert.Null(exception.StatusCode);
    }

    [Fact]
    public async Task SendAsync_KeptConnectionCutAtItsSecondRequest_IsNotRepeated()
    {
        // The case in which HttpClient repeats a request without content by itself: the connection had served one before.
        await using RawServer server = RawServer.AnsweringOnceThenCutting(Accepted);
        using TestClient client = new(server.Address);
        await client.SendHelloAsync();

        await Assert.ThrowsAsync<SendOutcomeUnknownException>(() => client.SendHelloAsync());

        Assert.Equal(2, server.Requests.Count);
    }

    [Theory, InlineData(301), InlineData(302), InlineData(303), InlineData(307), InlineData(308)]
    public async Task SendAsync_Redirect_IsNotFollowedAndNoTokenLeaves(int status)
    {
        await using RawServer other = RawServer.Answering(200, Accepted);
        await using RawServer server = RawServer.Answering(status, "", $"Location: {other.Address}stolen\r\n");
        using TestClient client = new(server.Address);

        GraphException exception = await Assert.ThrowsAnyAsync<GraphException>(() => client.SendHelloAsync());

        Assert.Empty(other.Requests);
        Assert.Single(server.Requests);
        Assert.Equal(status, (int)exception.StatusCode!);
        Assert.Contains("redirect", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendAsync_RefusedConnection_MayBeRepeated()
    {
        using TestClient client = new(UnusedAddress());

        GraphConnectionException exception = await Assert.ThrowsAsync<GraphConnectionException>(() => client.SendHelloAsync());

        Assert.True(exception.IsRetrySafe);
        Assert.Equal(GraphErrorClass.NotWritten, exception.ErrorClass);
        Assert.Contains("never written", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendAsync_NoAnswerInTime_IsOutcomeUnknownAndNamesTheSetting()
    {
        await using RawServer server = RawServer.Silent(new TaskCompletionSource());
        using TestClient client = new(server.Address, options => options.Timeout = TimeSpan.FromMilliseconds(300));

        SendOutcomeUnknownException exception = await Assert.ThrowsAsync<SendOutcomeUnknownException>(() => client.SendHelloAsync());

        Assert.Single(server.Requests);
        Assert.Contains("WhatsCommerceOptions.Timeout", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendAsync_CancelledWhileUnderWay_SaysThatTheOutcomeIsUnknown()
    {
        TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using RawServer server = RawServer.Silent(arrived);
        using TestClient client = new(server.Address);
        using CancellationTokenSource cancellation = new();

        Task sending = client.SendUntilAsync(cancellation.Token);
        await arrived.Task.WaitAsync(TestContext.Current.CancellationToken);
        await cancellation.CancelAsync();

        SendCanceledException exception = await Assert.ThrowsAsync<SendCanceledException>(() => sending);
        Assert.Equal(cancellation.Token, exception.CancellationToken);
    }

    [Fact]
    public async Task SendAsync_AnswerCutInTheMiddle_IsOutcomeUnknown()
    {
        await using RawServer server = RawServer.Answering("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"messages\":[{\"id\":\"wam");
        using TestClient client = new(server.Address);

        await Assert.ThrowsAsync<SendOutcomeUnknownException>(() => client.SendHelloAsync());

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task SendAsync_AnswerWithoutEnd_IsGivenUpAtALimit()
    {
        await using RawServer server = RawServer.Answering("HTTP/1.1 200 OK\r\nContent-Length: 2000000000\r\n\r\n{");
        using TestClient client = new(server.Address);

        await Assert.ThrowsAsync<SendOutcomeUnknownException>(() => client.SendHelloAsync());
    }

    private static Uri UnusedAddress()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
    }
}
