namespace WhatsCommerce.Subscriptions;

/// <summary>Represents an app on Meta's developer platform.</summary>
public sealed record SubscribedApp
{
    /// <summary>Its id.</summary>
    public string? Id { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>Its page.</summary>
    public string? Link { get; init; }
}
