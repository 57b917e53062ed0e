namespace WhatsCommerce;

/// <summary>
/// Checks the options when they are first needed, and at the start of an app with a host. Generated from their attributes.
/// </summary>
[OptionsValidator]
internal sealed partial class WhatsCommerceOptionsValidator : IValidateOptions<WhatsCommerceOptions>;
