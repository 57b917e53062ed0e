namespace WhatsCommerce.Webhooks;

/// <summary>Validates <see cref="MemoryWebhookStoreOptions"/>. Generated from the attributes of the options.</summary>
[OptionsValidator]
internal sealed partial class MemoryWebhookStoreOptionsValidator : IValidateOptions<MemoryWebhookStoreOptions>;
