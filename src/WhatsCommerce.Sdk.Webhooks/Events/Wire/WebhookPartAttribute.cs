using System.Diagnostics;

namespace WhatsCommerce.Webhooks;

/// <summary>Marks a record as a part of an event: a nested object that keeps its own unknown members.</summary>
[Conditional("WHATSCOMMERCE_GENERATORS")]
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class WebhookPartAttribute : Attribute;
