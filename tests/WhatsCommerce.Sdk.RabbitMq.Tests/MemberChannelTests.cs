using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using RabbitMQ.Client;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Sdk.RabbitMq.Tests;

public sealed class MemberChannelTests
{
    [Fact]
    public async Task TellAsync_BrokerDoesNotRespond_IsATimeoutAndNobodysCancellation()
    {
        using TcpListener silent = new(IPAddress.Loopback, 0);
        silent.Start();
        int port = ((IPEndPoint)silent.LocalEndpoint).Port;
        BrokerAddress address = new(new() { ConnectionString = $"amqp://127.0.0.1:{port}" });
        await using BrokerConnection connection = new(address, "tests", NullLogger.Instance);
        await using MemberChannel channel = new(new BrokerNames("tests"), connection, connection, _ => ValueTask.CompletedTask);

        TimeoutException exception = await Assert.ThrowsAsync<TimeoutException>(
            () => channel.TellAsync(new BasicProperties(), [1], TestContext.Current.CancellationToken).AsTask());

        Assert.Contains("RabbitMQ has not taken", exception.Message, StringComparison.Ordinal);
    }
}
