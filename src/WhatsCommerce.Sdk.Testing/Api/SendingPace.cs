namespace WhatsCommerce.Testing;

/// <summary>
/// Limits the rate at which numbers send: in total, and to one customer. Each limit is stored as the time at which the messages so far no
/// longer count against it, so that a pair takes one entry, and only until then. Source: Meta, throughput and pair rate limits. Safe for
/// use from several threads.
/// </summary>
internal sealed class SendingPace(CloudApiEmulatorOptions options)
{
    /// <summary>The interval of messages to one customer.</summary>
    private static readonly TimeSpan PairInterval = TimeSpan.FromSeconds(6);

    private const int PairBurst = 45;

    /// <summary>With more customers within minutes than this, memory has priority over the limit.</summary>
    private const int MaxPairs = 100_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, DateTimeOffset> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Number, string Customer), DateTimeOffset> _pairs = [];
    private int _sweepAt = 1_000;

    /// <summary>The number of stored pairs.</summary>
    public int Pairs
    {
        get
        {
            lock (_gate)
            {
                return _pairs.Count;
            }
        }
    }

    /// <summary>Counts a message, unless it exceeds a limit: then it counts for neither limit.</summary>
    public Refusal? Count(EmulatedNumber from, Address to)
    {
        bool hasPair = options.PairRateLimit && to.Kind is not AddressKind.Group;
        if (options.MessagesPerSecond is null && !hasPair)
        {
            return null;
        }

        DateTimeOffset now = options.TimeProvider.GetUtcNow();
        string number = from.Id.Value!;
        (string, string) pair = (number, to.Value);
        lock (_gate)
        {
            DateTimeOffset pairDue = hasPair ? Next(_pairs.GetValueOrDefault(pair), now, PairInterval) : default;
            if (hasPair && pairDue - now > PairInterval * PairBurst)
            {
                return new(400, 131056, "(#131056) (Business Account, Consumer Account) pair rate limit hit")
                {
                    Details = "Message failed to send because there were too many messages sent from this phone number to the same phone "
                        + "number in a short period of time.",
                };
            }

            if (options.MessagesPerSecond is { } perSecond)
            {
                TimeSpan interval = TimeSpan.FromSeconds(1) / perSecond;
                DateTimeOffset due = Next(_numbers.GetValueOrDefault(number), now, interval);
                if (due - now > interval * perSecond)
                {
                    return new(400, 130429, "(#130429) Rate limit hit") { Details = "Cloud API message throughput has been reached." };
                }

                _numbers[number] = due;
            }

            if (hasPair)
            {
                Keep(pair, pairDue, now);
            }

            return null;
        }
    }

    private static DateTimeOffset Next(DateTimeOffset due, DateTimeOffset now, TimeSpan interval) => (due > now ? due : now) + interval;

    private void Keep((string Number, string Customer) pair, DateTimeOffset due, DateTimeOffset now)
    {
        if (_pairs.Count >= _sweepAt)
        {
            foreach ((string, string) over in _pairs.Where(entry => entry.Value <= now).Select(entry => entry.Key).ToArray())
            {
                _pairs.Remove(over);
            }

            _sweepAt = Math.Min(Math.Max(1_000, 2 * _pairs.Count), MaxPairs);
        }

        if (_pairs.Count < MaxPairs || _pairs.ContainsKey(pair))
        {
            _pairs[pair] = due;
        }
    }
}
