namespace WhatsCommerce.Testing;

/// <summary>
/// Webhooks that an earlier run could not deliver; they go out once a callback is connected. Thread-safe.
/// </summary>
internal sealed class Leftovers
{
    private readonly Lock _gate = new();
    private IReadOnlyList<PendingWebhook> _items = [];

    public IReadOnlyList<PendingWebhook> Items
    {
        get => Volatile.Read(ref _items);
        set => Volatile.Write(ref _items, value);
    }

    /// <summary>
    /// Hands them out, so that two callbacks that connect at once do not both get them. They are here until each is in the queue: a state
    /// that is stored meanwhile holds them twice rather than not at all.
    /// </summary>
    public void Release(Action<PendingWebhook> send)
    {
        lock (_gate)
        {
            foreach (PendingWebhook item in Items)
            {
                send(item);
            }

            Items = [];
        }
    }
}
