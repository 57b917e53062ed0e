namespace WhatsCommerce.Webhooks;

/// <summary>Validates <see cref="DeliveryQueueOptions"/>. Generated from the attributes of the options.</summary>
[OptionsValidator]
internal sealed partial class DeliveryQueueOptionsValidator : IValidateOptions<DeliveryQueueOptions>;
