using System.Globalization;
using System.Text;
using RabbitMQ.Client;

namespace WhatsCommerce.Webhooks;

/// <summary>
/// What the broker remembers of the topology: a message, alone in its queue, with the generations that exist. Only whoever holds the lock
/// reads or writes it.
/// </summary>
internal sealed class TopologyRecord(IChannel channel, string queue)
{
    private readonly List<ulong> _read = [];

    /// <summary>Reads the generations, oldest first.</summary>
    /// <returns>None when nothing was declared yet.</returns>
    public async ValueTask<IReadOnlyList<Generation>> ReadAsync(CancellationToken cancellationToken)
    {
        // Several after a crash between writing one and removing the one before.
        Generation[] latest = [];
        while (await channel.BasicGetAsync(queue, autoAck: false, cancellationToken).ConfigureAwait(false) is { } message)
        {
            _read.Add(message.DeliveryTag);
            Generation[] read = Parse(Encoding.UTF8.GetString(message.Body.Span));
            if (latest.Length == 0 || IsLater(read, latest))
            {
                latest = read;
            }
        }

        return latest;
    }

    /// <summary>Writes the generations in place of those that were read.</summary>
    public async ValueTask WriteAsync(IReadOnlyList<Generation> generations, CancellationToken cancellationToken)
    {
        string text = string.Join(';', generations.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Number}={one.Partitions}")));
        await channel.BasicPublishAsync(
            "", queue, mandatory: true, new BasicProperties { Persistent = true }, Encoding.UTF8.GetBytes(text), cancellationToken)
            .ConfigureAwait(false);
        foreach (ulong tag in _read)
        {
            await channel.BasicAckAsync(tag, multiple: false, cancellationToken).ConfigureAwait(false);
        }

        _read.Clear();
    }

    private static bool IsLater(Generation[] one, Generation[] other) => one[^1].Number != other[^1].Number
        ? one[^1].Number > other[^1].Number
        : one[0].Number > other[0].Number;

    private static Generation[] Parse(string text) =>
    [
        .. text.Split(';').Select(one => one.Split('=')).Select(pair => new Generation(
            int.Parse(pair[0], CultureInfo.InvariantCulture), int.Parse(pair[1], CultureInfo.InvariantCulture))),
    ];
}
