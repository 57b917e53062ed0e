using System.Text;

namespace WhatsCommerce.Webhooks;

/// <summary>
/// The texts of forgotten events. Events that contain one and were stored before it was added are removed when they are received.
/// </summary>
internal sealed class ForgottenTexts
{
    private const int Most = 1000;

    private readonly Queue<Entry> _entries = new();
    private readonly HashSet<Guid> _ids = [];

    /// <summary>Adds texts.</summary>
    /// <returns>Whether they were new.</returns>
    public bool Add(Guid id, IReadOnlyList<string> texts, long storedUntil)
    {
        if (!_ids.Add(id))
        {
            return false;
        }

        _entries.Enqueue(new(id, [.. texts.Select(text => (text, Encoding.UTF8.GetBytes(text)))], storedUntil));
        if (_entries.Count > Most)
        {
            _ids.Remove(_entries.Dequeue().Id);
        }

        return true;
    }

    public bool Mention(ReceivedEvent received) => Mention(received.Queued, received.StoredAt);

    public bool Mention(QueuedEvent queued, long storedAt) => _entries.Any(entry => storedAt <= entry.StoredUntil
        && entry.Texts.Any(one => queued.Body.Span.IndexOf(one.Bytes) >= 0
            || queued.EventKey?.Contains(one.Text, StringComparison.Ordinal) == true));

    private sealed record Entry(Guid Id, (string Text, byte[] Bytes)[] Texts, long StoredUntil);
}
