namespace WhatsCommerce.Storefronts;

/// <summary>Represents a filter for listing orders.</summary>
public sealed record OrderQuery
{
    /// <summary>Gets the state; <see langword="null"/> for all orders that were placed or need review.</summary>
    public OrderState? State { get; init; }

    /// <summary>Gets the key of the customer; absent for all customers.</summary>
    public CustomerKey Customer { get; init; }

    /// <summary>Gets the time before which the orders were created, for paging; <see langword="null"/> for the newest orders.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>Gets the maximum number of orders; 100 unless set.</summary>
    public int Limit { get; init; } = 100;
}
