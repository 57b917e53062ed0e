namespace WhatsCommerce.Testing;

/// <summary>The fault of one update on its way to the callback; none by default.</summary>
internal readonly record struct WebhookMishap
{
    public bool IsDropped { get; init; }
    public bool IsDuplicated { get; init; }
    public bool HasUnknownBeside { get; init; }
    public TimeSpan Delay { get; init; }

    /// <summary>Those with which it changes places, if it does.</summary>
    public ShuffledGroup? Group { get; init; }

    /// <summary>Whether the update cannot share a webhook with others, since its time is its own.</summary>
    public bool GoesAlone => IsDropped || Delay > TimeSpan.Zero || Group is not null;
}
