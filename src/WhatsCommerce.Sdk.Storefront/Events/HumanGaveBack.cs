namespace WhatsCommerce.Storefronts;

/// <summary>A conversation is no longer a person's.</summary>
public sealed record HumanGaveBack : StorefrontEvent
{
    /// <summary>Gets who gave it back; <see langword="null"/> when nobody did, but time or Meta's routing.</summary>
    public string? By { get; init; }

    /// <summary>Gets why.</summary>
    public required GiveBackCause Cause { get; init; }
}
