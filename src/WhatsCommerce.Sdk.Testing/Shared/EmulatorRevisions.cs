namespace WhatsCommerce.Testing;

/// <summary>
/// How often each part of the local Cloud API has changed: two that are equal mean that nothing has. See
/// <see cref="CloudApiEmulator.WhenChangedAsync"/>.
/// </summary>
public sealed record EmulatorRevisions
{
    /// <summary>Messages, statuses, notices and carts.</summary>
    public long Chats { get; init; }

    /// <summary>Who the customers are, their apps, devices and windows.</summary>
    public long Customers { get; init; }

    /// <summary>Items, prices, stock, reviews.</summary>
    public long Catalog { get; init; }

    /// <summary>Settings of numbers and accounts, which catalog is connected, the callback, and faults.</summary>
    public long Settings { get; init; }

    /// <summary>Requests and webhooks.</summary>
    public long Traffic { get; init; }
}
