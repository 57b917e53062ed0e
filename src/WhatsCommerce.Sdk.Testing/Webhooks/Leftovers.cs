namespace WhatsCommerce.Testing;

/// <summary>
/// Webhooks that an earlier run could not deliver; they go out once a callback is connected. Safe for use from several threads.
/// </summary>
internal sealed class Leftovers
{
    private IReadOnlyList<PendingWebhook> _items = [];

    public IReadOnlyList<PendingWebhook> Items
    {
        get => Volatile.Read(ref _items);
        set => Volatile.Write(ref _items, value);
    }

    /// <summary>Takes them, so that two callbacks that connect at once do not both get them.</summary>
    public IReadOnlyList<PendingWebhook> Take() => Interlocked.Exchange(ref _items, []);
}
