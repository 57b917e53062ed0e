namespace WhatsCommerce.Testing;

/// <summary>Something that the business is to hear, as a whole body for the callback.</summary>
/// <param name="Number">The number that it concerns: by it the callback is found.</param>
/// <param name="Body">The JSON as it goes over the wire, made by <see cref="WebhookBody"/>.</param>
internal readonly record struct WebhookUpdate(EmulatedNumber Number, byte[] Body);
