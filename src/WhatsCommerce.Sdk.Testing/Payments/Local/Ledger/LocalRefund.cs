namespace WhatsCommerce.Testing;

/// <summary>Money that is given back.</summary>
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

    /// <summary>What it is given back of.</summary>
    public LocalCharge Charge { get; }

    /// <summary>How much.</summary>
    public Money Amount { get; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; }

    /// <summary>Where it stands.</summary>
    public LocalRefundState State { get; internal set; }

    /// <summary>Whether somebody made it in the provider's dashboard, and not the shop by a call.</summary>
    public bool IsFromDashboard { get; internal init; }

    /// <summary>What the shop has sent, as JSON; empty for one of the dashboard.</summary>
    internal JsonObject Request { get; init; } = [];

    /// <summary>Id, amount and state.</summary>
    public override string ToString() => $"{Id} ({Amount}, {State})";
}
