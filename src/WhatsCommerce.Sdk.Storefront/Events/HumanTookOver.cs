namespace WhatsCommerce.Storefronts;

/// <summary>A person owns a conversation from now on: nothing is answered, searched or reminded by itself.</summary>
public sealed partial record HumanTookOver : StorefrontEvent
{
    /// <summary>Gets who took it over; <see langword="null"/> when a person is asked for and none has come yet.</summary>
    public string? By { get; init; }

    /// <summary>Gets why; <see langword="null"/> when nobody said.</summary>
    [Sensitive]
    public string? Reason { get; init; }
}
