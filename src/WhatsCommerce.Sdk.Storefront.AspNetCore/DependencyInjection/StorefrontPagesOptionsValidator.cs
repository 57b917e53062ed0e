using Microsoft.Extensions.Options;

namespace WhatsCommerce.Storefronts;

/// <summary>Validates <see cref="StorefrontPagesOptions"/>. Generated from the attributes of the options.</summary>
[OptionsValidator]
internal sealed partial class StorefrontPagesOptionsValidator : IValidateOptions<StorefrontPagesOptions>;
