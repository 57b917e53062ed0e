namespace WhatsCommerce.Messages;

/// <summary>That a template goes by Meta's marketing messages, and how.</summary>
internal sealed record MarketingSettings(MarketingPolicy Policy, bool? ShareActivity);
