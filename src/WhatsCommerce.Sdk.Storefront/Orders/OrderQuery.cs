namespace WhatsCommerce.Storefronts;

/// <summary>Which orders are listed.</summary>
public sealed record OrderQuery
{
    /// <summary>Gets the state; <see langword="null"/> for all that were placed or need a person.</summary>
    public OrderState? State { get; init; }

    /// <summary>Gets the customer; absent for all.</summary>
    public CustomerKey Customer { get; init; }

    /// <summary>Gets the time before which they were made; <see langword="null"/> for the newest.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>Gets how many at most; 100 unless set.</summary>
    public int Limit { get; init; } = 100;
}
