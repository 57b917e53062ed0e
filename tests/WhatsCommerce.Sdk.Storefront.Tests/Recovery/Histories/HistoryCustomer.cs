using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.Recovery;

/// <summary>A customer of a history, with what is true of them.</summary>
internal sealed class HistoryCustomer
{
    public required CustomerKey Key { get; init; }

    public required string To { get; init; }

    public required string Zone { get; init; }

    public required bool AcceptsMarketing { get; init; }

    public List<HistoryCart> Carts { get; } = [];

    public DateTimeOffset RepliedAt { get; set; } = DateTimeOffset.MinValue;

    public bool IsOptedOut { get; set; }

    public bool IsWithHuman { get; set; }

    /// <summary>When messages to them were posted.</summary>
    public List<DateTimeOffset> PostedAt { get; } = [];

    /// <summary>The reminder that was begun last.</summary>
    public Reminder? Last { get; set; }
}

/// <summary>A cart of a history, with what is true of it.</summary>
internal sealed class HistoryCart
{
    public required CartId Id { get; init; }

    public required HistoryCustomer Customer { get; init; }

    public required DateTimeOffset SentAt { get; init; }

    public bool IsOrdered { get; set; }

    public bool IsDropped { get; set; }

    public bool IsPending { get; set; }

    public bool WasOnWhenItCame { get; set; }
}
