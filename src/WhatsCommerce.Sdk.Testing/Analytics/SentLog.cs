namespace WhatsCommerce.Testing;

/// <summary>The most recently sent messages, for analytics, in memory. Thread-safe.</summary>
internal sealed class SentLog
{
    private const int Most = 100_000;

    private readonly Lock _gate = new();
    private readonly Queue<SentEntry> _entries = [];

    public SentEntry[] All
    {
        get
        {
            lock (_gate)
            {
                return [.. _entries];
            }
        }
    }

    public void Add(SentEntry entry)
    {
        lock (_gate)
        {
            _entries.Enqueue(entry);
            if (_entries.Count > Most)
            {
                _entries.Dequeue();
            }
        }
    }
}

/// <summary>A message that was sent.</summary>
/// <param name="Message">The message, with what became of it.</param>
/// <param name="Country">The country of the customer, as two letters.</param>
/// <param name="Category">The category of its template in capital letters, or SERVICE.</param>
/// <param name="TemplateId">The template, where the account keeps it.</param>
/// <param name="Customer">Whom it went to.</param>
internal sealed record SentEntry(ReceivedMessage Message, string Country, string Category, string? TemplateId, string Customer)
{
    public DateTimeOffset At => Message.At;

    public bool IsDelivered => Message.Statuses.Any(status => status is "delivered" or "read");

    public bool IsRead => Message.IsRead;
}
