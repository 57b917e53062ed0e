namespace WhatsCommerce.Storefronts;

/// <summary>Validates the options at startup.</summary>
[OptionsValidator]
internal sealed partial class StorefrontConversationOptionsValidator : IValidateOptions<StorefrontConversationOptions>;
