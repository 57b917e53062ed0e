namespace WhatsCommerce.Webhooks;

/// <summary>Validates <see cref="ForwardOptions"/>. Generated from the attributes of the options.</summary>
[OptionsValidator]
internal sealed partial class ForwardOptionsValidator : IValidateOptions<ForwardOptions>;
