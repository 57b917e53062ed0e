using System.Net;
using System.Net.Sockets;
using WhatsCommerce.Messages;
using WhatsCommerce.Tests;

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

        OutcomeUnknownException exception = await Assert.ThrowsAsync<OutcomeUnknownException>(() => client.SendHelloAsync());

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

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => client.SendHelloAsync());

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
        using ReservedPort nobody = new();
        using TestClient client = new(nobody.Address);

        GraphConnectionException exception = await Assert.ThrowsAsync<GraphConnectionException>(() => client.SendHelloAsync());

        Assert.True(exception.IsRetrySafe);
        Assert.Equal(GraphErrorClass.Connection, exception.ErrorClass);
        Assert.Contains("never written", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendAsync_TimeOutBeforeTheRequestWasWritten_MayBeRepeatedAndNamesTheSetting()
    {
        TaskCompletionSource connecting = new(TaskCreationOptions.RunContinuationsAsynchronously);
        FakeTimeProvider time = new();
        using TestClient client = new(new("http://127.0.0.1/"), options => options.Retry.Enabled = false, Unconnectable(connecting), time);

        Task sending = client.SendHelloAsync();
        await connecting.Task.WaitAsync(TestContext.Current.CancellationToken);
        time.Advance(TimeSpan.FromSeconds(30));

        GraphConnectionException exception = await Assert.ThrowsAsync<GraphConnectionException>(() => sending);
        Assert.True(exception.IsRetrySafe);
        Assert.Contains(
            "within 00:00:30 (WhatsCommerceOptions.Timeout). The request was never written", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendAsync_CancelledBeforeTheRequestWasWritten_IsThePlainCancellation()
    {
        TaskCompletionSource connecting = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using TestClient client = new(new("http://127.0.0.1/"), handler: Unconnectable(connecting));
        using CancellationTokenSource cancellation = new();

        Task sending = client.SendUntilAsync(cancellation.Token);
        await connecting.Task.WaitAsync(TestContext.Current.CancellationToken);
        await cancellation.CancelAsync();

        OperationCanceledException exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        Assert.IsNotType<SendCanceledException>(exception);
        Assert.Equal(cancellation.Token, exception.CancellationToken);
    }

    [Fact]
    public async Task SendAsync_NoTls_MayBeRepeated()
    {
        // What the client says is all that it hears: no server that speaks TLS.
        SocketsHttpHandler handler = new() { ConnectCallback = (_, _) => new(new MemoryStream()) };
        using TestClient client = new(new Uri("https://graph.example/"), handler: handler);

        GraphConnectionException exception = await Assert.ThrowsAsync<GraphConnectionException>(() => client.SendHelloAsync());

        Assert.True(exception.IsRetrySafe);
    }

    [Fact]
    public async Task SendAsync_RefusedConnectionAndThenAServer_IsSentOnce()
    {
        // Connects to nothing twice, and then to the server.
        using ReservedPort nobody = new();
        await using RawServer server = RawServer.Answering(200, Accepted);
        int attempts = 0;
        SocketsHttpHandler handler = new()
        {
            ConnectCallback = async (context, cancellationToken) =>
            {
                Uri target = ++attempts < 3 ? nobody.Address : server.Address;
                Socket socket = new(SocketType.Stream, ProtocolType.Tcp);
                try
                {
                    await socket.ConnectAsync(IPAddress.Loopback, target.Port, cancellationToken);
                }
                catch
                {
                    socket.Dispose();
                    throw;
                }

                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        FakeTimeProvider time = new() { Skips = due => due < TimeSpan.FromSeconds(30) };
        using TestClient client = new(server.Address, handler: handler, time: time);

        await client.SendHelloAsync();

        Assert.Single(server.Requests);
        Assert.Equal(2, time.Skipped.Count);
    }

    [Fact]
    public async Task SendAsync_NoAnswerInTime_IsOutcomeUnknownAndNamesTheSetting()
    {
        TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
        FakeTimeProvider time = new();
        await using RawServer server = RawServer.Silent(arrived);
        using TestClient client = new(server.Address, options => options.Retry.Enabled = false, time: time);

        Task sending = client.SendHelloAsync();
        await arrived.Task.WaitAsync(TestContext.Current.CancellationToken);
        time.Advance(TimeSpan.FromSeconds(30));

        OutcomeUnknownException exception = await Assert.ThrowsAsync<OutcomeUnknownException>(() => sending);

        Assert.Single(server.Requests);
        Assert.Contains("WhatsCommerceOptions.Timeout", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendAsync_CancelledWhileUnderWay_EndsWithTheResponse()
    {
        TaskCompletionSource go = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using RawServer server = RawServer.AnsweringInParts(
            "HTTP/1.1 200 OK\r\n", go.Task, $"Content-Length: {Accepted.Length}\r\n\r\n{Accepted}");
        using TestClient client = new(server.Address, time: new FakeTimeProvider());
        using CancellationTokenSource cancellation = new();

        Task<MessageReceipt> sending = client.SendUntilAsync(cancellation.Token);
        await Patiently.Until(() => server.Requests.Count == 1);
        await cancellation.CancelAsync();
        go.SetResult();

        Assert.Equal("wamid.abc", (await sending).Id.Value);
    }

    [Theory, InlineData(30, 5), InlineData(2, 2)]
    public async Task SendAsync_CancelledWhileUnderWayAndNoResponseComes_SaysThatTheOutcomeIsUnknown(int timeout, int seconds)
    {
        TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
        FakeTimeProvider time = new();
        await using RawServer server = RawServer.Silent(arrived);
        using TestClient client = new(server.Address, options => options.Timeout = TimeSpan.FromSeconds(timeout), time: time);
        using CancellationTokenSource cancellation = new();

        Task sending = client.SendUntilAsync(cancellation.Token);
        await arrived.Task.WaitAsync(TestContext.Current.CancellationToken);
        await cancellation.CancelAsync();
        Assert.True(time.IsAwaited(wait => wait == TimeSpan.FromSeconds(seconds)));
        Assert.False(sending.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(seconds));

        SendCanceledException exception = await Assert.ThrowsAsync<SendCanceledException>(() => sending);
        Assert.Equal(cancellation.Token, exception.CancellationToken);
    }

    [Fact]
    public async Task MarkAsReadAsync_CancelledWhileUnderWay_EndsAtOnce()
    {
        TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using RawServer server = RawServer.Silent(arrived);
        using TestClient client = new(server.Address, time: new FakeTimeProvider());
        using CancellationTokenSource cancellation = new();

        Task marking = client.Client.Messages.MarkAsReadAsync("wamid.in", cancellationToken: cancellation.Token);
        await arrived.Task.WaitAsync(TestContext.Current.CancellationToken);
        await cancellation.CancelAsync();

        OperationCanceledException exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => marking);
        Assert.IsNotType<SendCanceledException>(exception);
    }

    [Fact]
    public async Task SendAsync_AnswerCutInTheMiddle_IsOutcomeUnknown()
    {
        await using RawServer server = RawServer.Answering("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"messages\":[{\"id\":\"wam");
        using TestClient client = new(server.Address);

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => client.SendHelloAsync());

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task SendAsync_AnswerWithoutEnd_IsGivenUpAtALimit()
    {
        await using RawServer server = RawServer.Answering("HTTP/1.1 200 OK\r\nContent-Length: 2000000000\r\n\r\n{");
        using TestClient client = new(server.Address);

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => client.SendHelloAsync());
    }

    private static SocketsHttpHandler Unconnectable(TaskCompletionSource connecting) => new()
    {
        ConnectCallback = async (_, cancellationToken) =>
        {
            connecting.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            return Stream.Null;
        },
    };
}
