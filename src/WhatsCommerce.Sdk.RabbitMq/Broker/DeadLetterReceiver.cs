using System.Security.Cryptography;
using System.Text;
using RabbitMQ.Client.Events;

namespace WhatsCommerce.Webhooks;

/// <summary>Moves messages that the broker dead-lettered to the dead letters of the app, where they can be seen and replayed.</summary>
internal sealed class DeadLetterReceiver(string queue, Func<IDeadLetterStore> store, TimeProvider time, ILogger logger)
{
    private const ushort AtOnce = 10;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>Starts receiving on a channel, until it is closed.</summary>
    public async ValueTask ConsumeAsync(IChannel channel, CancellationToken cancellationToken)
    {
        await channel.BasicQosAsync(0, AtOnce, global: false, cancellationToken).ConfigureAwait(false);
        AsyncEventingBasicConsumer consumer = new(channel);
        consumer.ReceivedAsync += (_, message) => KeepAsync(channel, message);
        await channel.BasicConsumeAsync(queue, autoAck: false, consumer, cancellationToken).ConfigureAwait(false);
    }

    private async Task KeepAsync(IChannel channel, BasicDeliverEventArgs message)
    {
        try
        {
            string reason = TextOf(message.BasicProperties, "x-first-death-reason") ?? "unknown";
            await store().AppendAsync(Describe(message, reason), CancellationToken.None).ConfigureAwait(false);
            RabbitMqLog.DeadLettered(logger, reason);
            await channel.BasicAckAsync(message.DeliveryTag, multiple: false, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // Whatever the store throws: the message stays with the broker, and dead letters have no order.
            RabbitMqLog.NoResponse(logger, exception, Pause);
            await Task.Delay(Pause, TimeProvider.System, CancellationToken.None).ConfigureAwait(false);
            if (channel.IsOpen)
            {
                await channel.BasicNackAsync(message.DeliveryTag, multiple: false, requeue: true, CancellationToken.None)
                    .ConfigureAwait(false);
            }
        }
    }

    private DeadLetter Describe(BasicDeliverEventArgs message, string reason)
    {
        IReadOnlyBasicProperties properties = message.BasicProperties;
        string endpoint = BrokerMessage.EndpointOf(properties);
        byte[] body = message.Body.ToArray();
        byte[] name = [.. Encoding.UTF8.GetBytes($"{endpoint}\n{BrokerMessage.EventKeyOf(properties)}\n"), .. body];
        return new()
        {
            Id = Convert.ToHexStringLower(SHA256.HashData(name)),
            Time = time.GetUtcNow(),
            Reason = reason == "delivery_limit" ? DeadLetterReason.AttemptsExhausted : DeadLetterReason.Unreadable,
            EndpointName = endpoint,
            EventKey = BrokerMessage.EventKeyOf(properties),
            Error = $"RabbitMQ gave it up: {reason}, in queue {TextOf(properties, "x-first-death-queue") ?? "unknown"}.",
            Body = body,
        };
    }

    private static string? TextOf(IReadOnlyBasicProperties properties, string header) =>
        properties.Headers is { } headers && headers.TryGetValue(header, out object? value) && value is byte[] text
            ? Encoding.UTF8.GetString(text)
            : null;
}
