using System.Globalization;
using WhatsCommerce;
using WhatsCommerce.Messages;
using WhatsCommerce.Webhooks;

namespace CornerShop;

/// <summary>Tracks the status of every sent message, from sent to read.</summary>
public sealed partial class MessageLog(ShopDatabase database, ILogger<MessageLog> logger)
    : ISentMessageObserver, IWebhookHandler<StatusEvent>
{
    /// <summary>Called when Meta has accepted a message. Its first status may have arrived before.</summary>
    public ValueTask OnSentAsync(SentMessage message, CancellationToken cancellationToken)
    {
        database.Execute(
            "insert into messages (id, kind) values ($id, $kind) on conflict (id) do update set kind = $kind",
            ("$id", message.Id.Value),
            ("$kind", message.Message.Kind));
        return ValueTask.CompletedTask;
    }

    /// <summary>
    /// Statuses arrive in any order and more than once, and "delivered" may be missing: <see cref="MessageProgress"/> determines which one
    /// counts. The events of one customer are handled one after the other, so reading and writing need no lock.
    /// </summary>
    public Task HandleAsync(StatusEvent status, CancellationToken cancellationToken)
    {
        MessageProgress progress = Of(status.MessageId).Advance(status);
        database.Execute(
            """
            insert into messages (id, status, since) values ($id, $status, $since)
            on conflict (id) do update set status = $status, since = $since
            """,
            ("$id", status.MessageId.Value),
            ("$status", progress.Status.Value),
            ("$since", progress.Since?.ToString("O", CultureInfo.InvariantCulture)));
        if (progress.Status == MessageStatus.Failed)
        {
            LogFailed(status);
        }

        return Task.CompletedTask;
    }

    /// <summary>The status of a message; default before the first one.</summary>
    public MessageProgress Of(MessageId id) => database.Query(
        "select status, since from messages where id = $id and status is not null",
        row => new MessageProgress(
            new MessageStatus(row.GetString(0)),
            row.IsDBNull(1) ? null : DateTimeOffset.Parse(row.GetString(1), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind)),
        ("$id", id.Value)).SingleOrDefault();

    [LoggerMessage(1, LogLevel.Warning, "Meta has accepted a message and could not deliver it: {Status}")]
    private partial void LogFailed(StatusEvent status);
}
