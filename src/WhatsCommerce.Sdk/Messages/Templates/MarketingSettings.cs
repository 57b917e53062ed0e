namespace WhatsCommerce.Messages;

/// <summary>The settings of a template that is sent through Meta's marketing messages endpoint.</summary>
internal sealed record MarketingSettings(MarketingPolicy Policy, bool? ShareActivity);
