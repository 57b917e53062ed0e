namespace WhatsCommerce.Testing;

/// <summary>A dispute (chargeback) of a charge by the customer's bank.</summary>
public sealed class LocalDispute
{
    internal LocalDispute(string id, LocalCharge charge, DateTimeOffset at)
    {
        Id = id;
        Charge = charge;
        At = at;
    }

    /// <summary>The provider's id.</summary>
    public string Id { get; }

    /// <summary>The disputed charge; always its full amount.</summary>
    public LocalCharge Charge { get; }

    /// <summary>When it was opened.</summary>
    public DateTimeOffset At { get; }

    /// <summary>Whether the shop has won; <see langword="null"/> while it is open.</summary>
    public bool? IsWon { get; internal set; }

    /// <summary>Id and outcome.</summary>
    public override string ToString() => $"{Id} ({IsWon switch { null => "open", true => "won", false => "lost" }})";
}
