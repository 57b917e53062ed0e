using System.Collections.Concurrent;
using System.Globalization;
using WhatsCommerce;
using WhatsCommerce.Webhooks;

namespace OrderBot;

/// <summary>Tracks the status of every sent message, from sent to read. A real shop stores this in its database.</summary>
internal sealed class SentMessages
{
    // Statuses arrive in any order and more than once, and "delivered" may be missing.
    private static readonly MessageStatus[] Way = [MessageStatus.Sent, MessageStatus.Delivered, MessageStatus.Read];

    private readonly ConcurrentDictionary<MessageId, SentMessage> _messages = new();

    public IReadOnlyList<SentMessage> All => [.. _messages.Values.OrderBy(message => message.Number)];

    public void Add(MessageId id, string kind) => Get(id).Kind = kind;

    public Task Follow(StatusEvent status)
    {
        // A status can arrive before the answer to the send request, so the message may not be known yet.
        Get(status.MessageId).Reach(status.Status);
        return Task.CompletedTask;
    }

    public void Print()
    {
        Console.WriteLine("What became of each message:");
        foreach (SentMessage message in All)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {message.Kind,-13} {message.Progress,-24} {message.Id}"));
        }
    }

    public SentMessage Get(MessageId id) => _messages.GetOrAdd(id, key => new(key, _messages.Count));

    internal sealed class SentMessage(MessageId id, int number)
    {
        private readonly ConcurrentDictionary<MessageStatus, bool> _reached = new();

        public MessageId Id { get; } = id;

        public int Number { get; } = number;

        public string Kind { get; set; } = "";

        public string Progress => string.Join(" > ", _reached.Keys.OrderBy(status => Array.IndexOf(Way, status)));

        public bool IsRead => _reached.ContainsKey(MessageStatus.Read);

        public void Reach(MessageStatus status) => _reached.TryAdd(status, true);
    }
}
