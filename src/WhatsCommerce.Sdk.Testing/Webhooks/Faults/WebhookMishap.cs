namespace WhatsCommerce.Testing;

/// <summary>The faults that apply to one update; none by default.</summary>
internal readonly record struct WebhookMishap
{
    public bool IsDropped { get; init; }
    public bool IsDuplicated { get; init; }
    public bool HasUnknownBeside { get; init; }
    public TimeSpan Delay { get; init; }

    /// <summary>The group with which the update is reordered, if any.</summary>
    public ShuffledGroup? Group { get; init; }

    /// <summary>Whether the update cannot share a webhook with others, since its time is its own.</summary>
    public bool GoesAlone => IsDropped || Delay > TimeSpan.Zero || Group is not null;
}
