using Microsoft.Extensions.Options;

namespace WhatsCommerce.Webhooks;

/// <summary>Checks the limits of the store in memory. Generated from their attributes.</summary>
[OptionsValidator]
internal sealed partial class MemoryWebhookStoreOptionsValidator : IValidateOptions<MemoryWebhookStoreOptions>;
