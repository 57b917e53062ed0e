namespace WhatsCommerce.Webhooks;

/// <summary>An event that was received.</summary>
/// <param name="Queued">The event.</param>
/// <param name="StoredAt">When it was stored, in unix milliseconds of the instance that did it.</param>
/// <param name="Retries">How often it was put off before it was parked.</param>
internal sealed record ReceivedEvent(QueuedEvent Queued, long StoredAt, int Retries);
