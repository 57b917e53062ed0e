using System.Collections.Concurrent;
using System.Globalization;
using WhatsCommerce;
using WhatsCommerce.Messages;
using WhatsCommerce.Webhooks;

namespace OrderBot;

/// <summary>Tracks the status of every sent message, from sent to read. A real shop stores this in its database.</summary>
internal sealed class SentMessages : ISentMessageObserver, IWebhookHandler<StatusEvent>
{
    private readonly ConcurrentDictionary<MessageId, string> _kinds = new();
    private readonly ConcurrentDictionary<MessageId, MessageProgress> _progress = new();

    public IReadOnlyDictionary<MessageId, MessageProgress> Progress => _progress;

    /// <summary>Called when Meta has accepted a message.</summary>
    public ValueTask OnSentAsync(SentMessage message, CancellationToken cancellationToken)
    {
        _kinds[message.Id] = message.Message.Kind;
        return ValueTask.CompletedTask;
    }

    /// <summary>
    /// Statuses arrive in any order and more than once, "delivered" may be missing, and the first one may be earlier than Meta's answer to
    /// the send: <see cref="MessageProgress"/> determines which one counts.
    /// </summary>
    public Task HandleAsync(StatusEvent status, CancellationToken cancellationToken)
    {
        _progress.AddOrUpdate(status.MessageId, _ => default(MessageProgress).Advance(status), (_, progress) => progress.Advance(status));
        return Task.CompletedTask;
    }

    public void Print()
    {
        Console.WriteLine("What became of each message:");
        foreach ((MessageId id, MessageProgress progress) in _progress.OrderBy(message => message.Value.Since))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  {_kinds.GetValueOrDefault(id),-13} {progress.Status,-10} {id}"));
        }
    }
}
