namespace WhatsCommerce.Storefronts;

/// <summary>Validates <see cref="StorefrontOptions"/>. Generated from the attributes of the options.</summary>
[OptionsValidator]
internal sealed partial class StorefrontOptionsValidator : IValidateOptions<StorefrontOptions>;
