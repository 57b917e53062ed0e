namespace WhatsCommerce.Webhooks;

/// <summary>
/// Validates <see cref="WebhookOptions"/> when they are first used, and at startup of an app with a host. Generated from the attributes of
/// the options.
/// </summary>
[OptionsValidator]
internal sealed partial class WebhookOptionsValidator : IValidateOptions<WebhookOptions>;
