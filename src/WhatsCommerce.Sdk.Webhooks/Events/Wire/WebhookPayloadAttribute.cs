using System.Diagnostics;

namespace WhatsCommerce.Webhooks;

/// <summary>Marks a record as the payload of a message: the object in the member of its type, such as <c>location</c>.</summary>
[Conditional("WHATSCOMMERCE_GENERATORS")]
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class WebhookPayloadAttribute : Attribute;
