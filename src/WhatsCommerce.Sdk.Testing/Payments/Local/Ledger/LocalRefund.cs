namespace WhatsCommerce.Testing;

/// <summary>A refund at a local provider.</summary>
public sealed class LocalRefund
{
    internal LocalRefund(string id, LocalCharge charge, Money amount, DateTimeOffset at)
    {
        Id = id;
        Charge = charge;
        Amount = amount;
        At = at;
    }

    /// <summary>The provider's id.</summary>
    public string Id { get; }

    /// <summary>The refunded charge.</summary>
    public LocalCharge Charge { get; }

    /// <summary>The amount.</summary>
    public Money Amount { get; }

    /// <summary>When the refund was made.</summary>
    public DateTimeOffset At { get; }

    /// <summary>The state of the refund.</summary>
    public LocalRefundState State { get; internal set; }

    /// <summary>Whether it was made in the provider's dashboard and not by an API call of the shop.</summary>
    public bool IsFromDashboard { get; internal init; }

    /// <summary>The request of the shop, as JSON; empty for a refund made in the dashboard.</summary>
    internal JsonObject Request { get; init; } = [];

    /// <summary>Id, amount and state.</summary>
    public override string ToString() => $"{Id} ({Amount}, {State})";
}
