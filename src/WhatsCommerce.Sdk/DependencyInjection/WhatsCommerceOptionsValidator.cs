namespace WhatsCommerce;

/// <summary>Validates the options at first use, and at the start of an app with a host. Generated from their attributes.</summary>
[OptionsValidator]
internal sealed partial class WhatsCommerceOptionsValidator : IValidateOptions<WhatsCommerceOptions>;
