namespace WhatsCommerce.Storefronts;

/// <summary>Checks the options at start.</summary>
[OptionsValidator]
internal sealed partial class StorefrontConversationOptionsValidator : IValidateOptions<StorefrontConversationOptions>;
