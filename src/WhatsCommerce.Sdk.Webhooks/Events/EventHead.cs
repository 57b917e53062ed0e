using System.Runtime.InteropServices;

namespace WhatsCommerce.Webhooks;

/// <summary>What all events have in common, as the parser hands it to their constructors.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct EventHead(
    WebhookChange Change,
    DateTimeOffset? Timestamp,
    Customer Customer,
    ReadOnlyMemory<byte> RawJson,
    RawPlace RawPlace,
    AdditionalProperties AdditionalProperties = default);
