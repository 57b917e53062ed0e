namespace WhatsCommerce.Webhooks;

/// <summary>Validates <see cref="WebhookTenantOptions"/>. Generated from the attributes of the options.</summary>
[OptionsValidator]
internal sealed partial class WebhookTenantOptionsValidator : IValidateOptions<WebhookTenantOptions>;
