using System.Buffers.Binary;
using System.Security.Cryptography;

namespace WhatsCommerce.Webhooks;

/// <summary>Computes the ids under which a queue stores events: hashes, so that it contains no phone number outside the bodies.</summary>
internal static class ConversationNames
{
    public static DeliveryLane LaneOf(WebhookEvent webhookEvent, CustomerIdentity? customer) => webhookEvent switch
    {
        StatusEvent or MalformedEvent { RawPlace.Member: "statuses" } => DeliveryLane.Statuses,

        // A history is long, and not urgent.
        HistoryEvent or HistoryMessageEvent or ContactSyncEvent => DeliveryLane.Other,
        _ => customer is null ? DeliveryLane.Other : DeliveryLane.Messages,
    };

    /// <summary>Returns the unit of fair sharing: a tenant; without tenants a number, or an account if there is no number.</summary>
    public static long TenantOf(string endpointName, WebhookEvent webhookEvent, WhatsCommerceTenant? tenant) =>
        BinaryPrimitives.ReadInt64BigEndian(Hash(endpointName, tenant is null ? NumberOf(webhookEvent) : $"tenant {tenant.Id}"));

    /// <summary>Returns the conversation of an event.</summary>
    /// <param name="endpointName">The name of the endpoint.</param>
    /// <param name="webhookEvent">The event.</param>
    /// <param name="lane">Its lane.</param>
    /// <param name="customer">The customer; absent if the event has none, or is in the lane of the account.</param>
    public static Guid Of(string endpointName, WebhookEvent webhookEvent, DeliveryLane lane, CustomerKey customer) =>
        new(Hash(endpointName, lane.ToString(), NumberOf(webhookEvent), customer.HasValue ? customer.ToString() : ""), bigEndian: true);

    /// <summary>Returns the conversation of a forwarded body, which is also its identity, and the share of its receiver.</summary>
    public static (Guid Id, long Share) OfForward(string forwardId, string key) =>
        (new(Hash(forwardId, key), bigEndian: true), BinaryPrimitives.ReadInt64BigEndian(Hash(forwardId)));

    /// <summary>Returns the identity of a stored event.</summary>
    public static Guid EventIdOf(string eventKey) => new(Hash(eventKey), bigEndian: true);

    private static string NumberOf(WebhookEvent webhookEvent) =>
        webhookEvent.PhoneNumberId.Value ?? $"account {webhookEvent.BusinessAccountId.Value}";

    private static byte[] Hash(params ReadOnlySpan<string> parts) =>
        SHA256.HashData(Encoding.Unicode.GetBytes(string.Join('\n', parts)))[..16];
}
