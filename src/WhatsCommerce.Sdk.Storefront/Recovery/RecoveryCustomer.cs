namespace WhatsCommerce.Storefronts;

/// <summary>What reminders need to know about a customer when they are sent.</summary>
public sealed record RecoveryCustomer
{
    private const int MostTimes = 10;

    /// <summary>Gets the shop.</summary>
    public required string ShopId { get; init; }

    /// <summary>Gets the customer.</summary>
    public required CustomerKey Customer { get; init; }

    /// <summary>Gets the cart that came last: only of it the customer is reminded.</summary>
    public CartId CartId { get; init; }

    /// <summary>Gets when it came.</summary>
    public DateTimeOffset? CartAt { get; init; }

    /// <summary>Gets when the customer wrote, pressed or reacted last; carts are no replies.</summary>
    public DateTimeOffset? RepliedAt { get; init; }

    /// <summary>Gets since when the customer wants no reminders; <see langword="null"/> when nothing was said.</summary>
    public DateTimeOffset? OptedOutAt { get; init; }

    /// <summary>Gets when the last reminders left, the oldest first; at most ten.</summary>
    public IReadOnlyList<DateTimeOffset> SentAt { get; init; } = [];

    /// <summary>Gets the reminder that left last.</summary>
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

    /// <summary>The same customer with what was known of another one, who turned out to be the same person.</summary>
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
