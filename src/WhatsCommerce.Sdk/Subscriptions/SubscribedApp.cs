namespace WhatsCommerce.Subscriptions;

/// <summary>An app of Meta's developer platform.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Link">Its page.</param>
public sealed record SubscribedApp(string? Id, string? Name, string? Link);
