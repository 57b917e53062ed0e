using System.Diagnostics;

namespace WhatsCommerce.Webhooks;

/// <summary>Makes a record part of an event: an object inside it that keeps its own unknown members.</summary>
[Conditional("WHATSCOMMERCE_GENERATORS")]
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class WebhookPartAttribute : Attribute;
