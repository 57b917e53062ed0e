using System.Globalization;
using System.Text;

namespace WhatsCommerce.Webhooks;

/// <summary>
/// The record of the topology in the broker: a single message in its queue, with the existing generations and the largest prefetch that an
/// instance ever had. Only the holder of the lock reads or writes it.
/// </summary>
internal sealed class TopologyRecord(IChannel channel, string queue)
{
    private readonly List<ulong> _read = [];

    /// <summary>Reads the topology.</summary>
    /// <returns>No generations when nothing was declared yet.</returns>
    public async ValueTask<Topology> ReadAsync(CancellationToken cancellationToken)
    {
        // Several after a crash between writing one and removing the previous one.
        Topology latest = new([], 0);
        while (await channel.BasicGetAsync(queue, autoAck: false, cancellationToken).ConfigureAwait(false) is { } message)
        {
            _read.Add(message.DeliveryTag);
            Topology read = Parse(Encoding.UTF8.GetString(message.Body.Span));
            latest = (latest.Generations.Count == 0 || IsLater(read.Generations, latest.Generations) ? read : latest) with
            {
                Prefetch = Math.Max(read.Prefetch, latest.Prefetch),
            };
        }

        return latest;
    }

    /// <summary>Writes the topology, and removes the previous record.</summary>
    public async ValueTask WriteAsync(Topology topology, CancellationToken cancellationToken)
    {
        string generations = string.Join(
            ';', topology.Generations.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Number}={one.Partitions}")));
        string text = string.Create(CultureInfo.InvariantCulture, $"{generations}/{topology.Prefetch}");
        await channel.BasicPublishAsync(
            "", queue, mandatory: true, new BasicProperties { Persistent = true }, Encoding.UTF8.GetBytes(text), cancellationToken)
            .ConfigureAwait(false);
        foreach (ulong tag in _read)
        {
            await channel.BasicAckAsync(tag, multiple: false, cancellationToken).ConfigureAwait(false);
        }

        _read.Clear();
    }

    private static bool IsLater(IReadOnlyList<Generation> one, IReadOnlyList<Generation> other) => one[^1].Number != other[^1].Number
        ? one[^1].Number > other[^1].Number
        : one[0].Number > other[0].Number;

    private static Topology Parse(string text)
    {
        string[] parts = text.Split('/');
        return new(
            [
                .. parts[0].Split(';').Select(one => one.Split('=')).Select(pair => new Generation(
                    int.Parse(pair[0], CultureInfo.InvariantCulture), int.Parse(pair[1], CultureInfo.InvariantCulture))),
            ],
            int.Parse(parts[1], CultureInfo.InvariantCulture));
    }
}
