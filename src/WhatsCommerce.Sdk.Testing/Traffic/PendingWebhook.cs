namespace WhatsCommerce.Testing;

/// <summary>A webhook that is still to be delivered, as it can be kept on disk and put into the queue of a later run.</summary>
/// <param name="Subject">What its first update tells, in a few words.</param>
/// <param name="NumberId">The id of the number that it concerns.</param>
/// <param name="Body">The JSON as it goes over the wire.</param>
/// <param name="UpdateCount">How many updates it holds.</param>
internal sealed record PendingWebhook(string Subject, PhoneNumberId NumberId, byte[] Body, int UpdateCount);
