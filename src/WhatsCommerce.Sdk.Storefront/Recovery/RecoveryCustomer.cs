namespace WhatsCommerce.Storefronts;

/// <summary>Represents the data about a customer that reminders are decided from.</summary>
public sealed record RecoveryCustomer
{
    private const int MostTimes = 10;

    /// <summary>Gets the id of the shop.</summary>
    public required string ShopId { get; init; }

    /// <summary>Gets the key of the customer.</summary>
    public required CustomerKey Customer { get; init; }

    /// <summary>Gets the id of the customer's latest cart, the only one that reminders are sent for.</summary>
    public CartId CartId { get; init; }

    /// <summary>Gets when the latest cart was received.</summary>
    public DateTimeOffset? CartAt { get; init; }

    /// <summary>Gets when the customer last wrote, pressed a button or reacted; carts do not count as replies.</summary>
    public DateTimeOffset? RepliedAt { get; init; }

    /// <summary>Gets when the customer opted out of reminders; <see langword="null"/> if they did not.</summary>
    public DateTimeOffset? OptedOutAt { get; init; }

    /// <summary>Gets when the last reminders were sent, oldest first; at most ten.</summary>
    public IReadOnlyList<DateTimeOffset> SentAt { get; init; } = [];

    /// <summary>Gets the id of the last reminder that was sent.</summary>
    public ReminderId LastReminder { get; init; }

    /// <summary>Gets the version of the row, incremented by each change; 0 before it is stored.</summary>
    public long Version { get; init; }

    internal RecoveryCustomer WithSent(ReminderId reminder, DateTimeOffset at) => this with
    {
        LastReminder = reminder,
        SentAt = [.. SentAt.Append(at).TakeLast(MostTimes)],
    };

    internal RecoveryCustomer WithoutSent(DateTimeOffset at)
    {
        List<DateTimeOffset> times = [.. SentAt];
        times.Remove(at);
        return this with { SentAt = times };
    }

    /// <summary>Merges the data of another customer key that turned out to be the same person.</summary>
    internal RecoveryCustomer With(RecoveryCustomer other)
    {
        RecoveryCustomer later = other.CartAt > (CartAt ?? DateTimeOffset.MinValue) ? other : this;
        return this with
        {
            CartId = later.CartId,
            CartAt = later.CartAt,
            RepliedAt = Max(RepliedAt, other.RepliedAt),
            OptedOutAt = OptedOutAt ?? other.OptedOutAt,
            SentAt = [.. SentAt.Concat(other.SentAt).Order().TakeLast(MostTimes)],
            LastReminder = later.LastReminder.HasValue ? later.LastReminder : LastReminder.HasValue ? LastReminder : other.LastReminder,
        };
    }

    internal static DateTimeOffset? Max(DateTimeOffset? one, DateTimeOffset? other) =>
        one is null || other > one ? other : one;
}
