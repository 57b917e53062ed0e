using System.Globalization;
using System.Text;

namespace WhatsCommerce.Webhooks;

/// <summary>The format of events and of the queue's own messages in the broker.</summary>
internal static class BrokerMessage
{
    public const string Event = "event";

    /// <summary>The type of a message that an instance sends to itself, to know that it has received all earlier messages.</summary>
    public const string Fence = "fence";

    /// <summary>The type of the last message of a queue that a later generation has replaced.</summary>
    public const string End = "end";

    /// <summary>The type of a message with texts whose events must be removed.</summary>
    public const string Forget = "forget";

    private const string App = "whatscommerce";
    private const string Tenant = "tenant";
    private const string StoredAt = "stored_at";
    private const string Endpoint = "endpoint";
    private const string EventKey = "event_key";
    private const string Retries = "retries";

    public static BasicProperties Write(QueuedEvent queued, long storedAt, int retries = 0)
    {
        Dictionary<string, object?> headers = new(5, StringComparer.Ordinal)
        {
            [Tenant] = queued.Tenant,
            [StoredAt] = storedAt,
            [Endpoint] = queued.EndpointName,
        };
        if (queued.EventKey is not null)
        {
            headers[EventKey] = queued.EventKey;
        }

        if (retries > 0)
        {
            headers[Retries] = retries;
        }

        return new()
        {
            AppId = App,
            Type = Event,
            Persistent = true,
            MessageId = queued.EventId.ToString("N"),
            CorrelationId = queued.Conversation.ToString("N"),
            Headers = headers,
        };
    }

    public static BasicProperties WriteOwn(string type, Guid id, long storedAt) => new()
    {
        AppId = App,
        Type = type,
        Persistent = true,
        MessageId = id.ToString("N"),
        Headers = new Dictionary<string, object?>(1, StringComparer.Ordinal) { [StoredAt] = storedAt },
    };

    /// <summary>
    /// Returns the event of a message, with a copy of its body; <see langword="null"/> when it is not an event of this queue.
    /// </summary>
    public static ReceivedEvent? Read(DeliveryLane lane, IReadOnlyBasicProperties properties, ReadOnlyMemory<byte> body)
    {
        if (properties.AppId != App
            || !Guid.TryParseExact(properties.MessageId, "N", out Guid id)
            || !Guid.TryParseExact(properties.CorrelationId, "N", out Guid conversation)
            || NumberOf(properties, Tenant) is not { } tenant
            || NumberOf(properties, StoredAt) is not { } storedAt
            || TextOf(properties, Endpoint) is not { } endpoint)
        {
            return null;
        }

        QueuedEvent queued = new()
        {
            Conversation = conversation,
            Tenant = tenant,
            Lane = lane,
            EventId = id,
            EndpointName = endpoint,
            EventKey = TextOf(properties, EventKey),
            Body = body.ToArray(),
        };
        return new(queued, storedAt, (int)Math.Clamp(NumberOf(properties, Retries) ?? 0, 0, int.MaxValue));
    }

    public static long StoredAtOf(IReadOnlyBasicProperties properties) => NumberOf(properties, StoredAt) ?? 0;

    /// <summary>Returns the name of the endpoint of a message from any publisher.</summary>
    public static string EndpointOf(IReadOnlyBasicProperties properties) => TextOf(properties, Endpoint) ?? "";

    public static string? EventKeyOf(IReadOnlyBasicProperties properties) => TextOf(properties, EventKey);

    public static byte[] WriteTexts(IEnumerable<string> texts) =>
        Encoding.UTF8.GetBytes(string.Join('\n', texts.Select(text => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)))));

    public static string[] ReadTexts(ReadOnlyMemory<byte> body) =>
        [.. Encoding.UTF8.GetString(body.Span).Split('\n').Select(line => Encoding.UTF8.GetString(Convert.FromBase64String(line)))];

    private static long? NumberOf(IReadOnlyBasicProperties properties, string name) => ValueOf(properties, name) switch
    {
        long number => number,
        int number => number,
        _ => null,
    };

    private static string? TextOf(IReadOnlyBasicProperties properties, string name) => ValueOf(properties, name) switch
    {
        byte[] text => Encoding.UTF8.GetString(text),
        string text => text,
        IFormattable text => text.ToString(format: null, CultureInfo.InvariantCulture),
        _ => null,
    };

    private static object? ValueOf(IReadOnlyBasicProperties properties, string name) =>
        properties.Headers is { } headers && headers.TryGetValue(name, out object? value) ? value : null;
}
