namespace WhatsCommerce.Storefronts;

/// <summary>Raised when a person no longer owns a conversation.</summary>
public sealed record HumanGaveBack : StorefrontEvent
{
    /// <summary>Gets who handed it back; <see langword="null"/> if it was a timeout or Meta's routing.</summary>
    public string? By { get; init; }

    /// <summary>Gets the reason.</summary>
    public required GiveBackCause Cause { get; init; }
}
