namespace WhatsCommerce.Testing;

/// <summary>
/// The number of changes of each part of the local Cloud API: equal versions mean that nothing has changed. See
/// <see cref="CloudApiEmulator.WhenChangedAsync"/>.
/// </summary>
public sealed record EmulatorRevisions
{
    /// <summary>Changes of messages, statuses, notices and carts.</summary>
    public long Chats { get; init; }

    /// <summary>Changes of customers, their apps, devices and 24-hour windows.</summary>
    public long Customers { get; init; }

    /// <summary>Changes of items, prices, stock and reviews.</summary>
    public long Catalog { get; init; }

    /// <summary>Changes of the settings of numbers and accounts, the connected catalog, the callback, and faults.</summary>
    public long Settings { get; init; }

    /// <summary>Changes of requests and webhooks.</summary>
    public long Traffic { get; init; }
}
