namespace WhatsCommerce.Storefronts;

/// <summary>Who is writing where, for the other agents of this process. Nothing of it is stored.</summary>
internal sealed class InboxPresence(TimeProvider time)
{
    private const int Most = 1_000;
    private static readonly TimeSpan Lasts = TimeSpan.FromSeconds(6);

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Customer, string By), DateTimeOffset> _writing = [];

    public ConversationSignal Changed { get; } = new();

    public void Write(string customer, string by)
    {
        lock (_gate)
        {
            DateTimeOffset now = time.GetUtcNow();
            foreach ((string, string) over in _writing.Where(one => one.Value + Lasts < now).Select(one => one.Key).ToArray())
            {
                _writing.Remove(over);
            }

            if (_writing.Count < Most)
            {
                _writing[(customer, by)] = now;
            }
        }

        Changed.Set();
    }

    /// <summary>Those who wrote since a time, other than one.</summary>
    public IReadOnlyList<InboxTyping> Since(DateTimeOffset since, string agent)
    {
        lock (_gate)
        {
            return [.. _writing.Where(one => one.Value > since && one.Key.By != agent)
                .Select(one => new InboxTyping(one.Key.Customer, one.Key.By))];
        }
    }
}
